// resconv.js - a click on the link of a paragraph also copies its citation. The
// page works without.
document.addEventListener("click", (event) => {
	const link = event.target.closest("a.cite");
	const status = document.querySelector("[role=status]");
	if (!link || !status || !navigator.clipboard)
		return;
	navigator.clipboard.writeText(link.textContent).then(() => {
		status.textContent = status.dataset.copied;
		setTimeout(() => { status.textContent = ""; }, 3000);
	}, () => {});
});
