"""What browsers and web servers need besides the pages: named assets, type, policy, and the copy kept for offline."""
