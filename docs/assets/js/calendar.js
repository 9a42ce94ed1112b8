// A session in the reader's own calendar, on the day and at the time they choose. Nothing is kept, and nothing is sent.
for (const form of document.querySelectorAll("form.calendar")) {
  const said = form.querySelector("[role=status]");
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const [day, time] = [form.elements.day.value, form.elements.time.value];
    try {
      const answer = await fetch(form.dataset.file);
      if (!answer.ok) throw new Error(String(answer.status));
      save(moved(await answer.text(), day, time), form.dataset.file.split("/").pop());
      said.textContent = "Saved. Open the file to add it to your calendar.";
    } catch {
      said.textContent = "The file could not be fetched. Try again when you are online.";
    }
  });
}

// The event on another day: each saved one is an event of its own, so that a second does not move the first.
function moved(calendar, day, time) {
  const start = `${day.replaceAll("-", "")}T${time.replaceAll(":", "").slice(0, 4)}00`;
  return calendar
    .replace(/^DTSTART:.*$/m, `DTSTART:${start}`)
    .replace(/^UID:.*$/m, `UID:${crypto.randomUUID?.() ?? `${start}-${Math.random()}`}`);
}

function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
