// browser.mjs - pages in a real browser: what axe-core finds, whether notes and
// permalinks lead where they say, whether anything is wider than the screen,
// what paper gets. Run by run.py, which names the pages.
//
//     node browser.mjs TOOLS CHROMIUM PAGE...
//
// Prints one line a complaint; the last line counts.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const [tools, executablePath, ...pages] = process.argv.slice(2);
const require = createRequire(join(tools, "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const WIDTHS = [360, 1280];         // CSS pixels: a telephone, a desk
const SCHEMES = ["light", "dark"];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const AT_ONCE = 2;                  // pages looked at side by side
// An official page: Letter, in points; the columns of a parallel edition have it
// on its side.
const LETTER = /\[\s*0\s+0\s+612(\.0*)?\s+792(\.0*)?\s*\]/;
const LANDSCAPE = /\[\s*0\s+0\s+792(\.0*)?\s+612(\.0*)?\s*\]/;

let looks = 0;
const complaints = [];

async function axeFinds(page) {
  const result = await page.evaluate((values) => window.axe.run(document, {
    runOnly: { type: "tag", values }, resultTypes: ["violations"] }), TAGS);
  return result.violations.map((v) =>
    `${v.id}: ${v.nodes.length} times, ${v.nodes[0].html.slice(0, 160)}`);
}

// In the page: what is wider than the window, but for what scrolls by itself.
function tooWide() {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  return wide > 0 ? [`the page scrolls sideways by ${wide} px`] : [];
}

// In the page: every call of a note leads to a note, and from there back.
function notesLead() {
  const found = [];
  const land = (link) => {
    location.hash = "";
    link.click();
    const target = document.querySelector(":target");
    const box = target?.getBoundingClientRect();
    return box && box.bottom > 0 && box.top < innerHeight && box.height > 0 ? target : null;
  };
  const calls = [...document.querySelectorAll("[role=doc-noteref]")];
  // A language that is switched off has none to be seen.
  for (const call of calls.filter((c) => c.getClientRects().length)) {
    const note = land(call);
    if (!note || note.getAttribute("role") !== "doc-footnote") {
      found.push(`the mark ${call.textContent} reaches no note`);
      continue;
    }
    const back = note.querySelector("[role=doc-backlink]");
    const origin = back && land(back);
    if (!origin || origin.getAttribute("role") !== "doc-noteref"
        || origin.hash !== "#" + note.id)
      found.push(`the note ${call.textContent} does not come back`);
  }
  return found;
}

// In the page: every permalink lands on what it stands in, in the window.
function permalinksLand() {
  const found = [];
  for (const link of document.querySelectorAll("a.cite")) {
    location.hash = "";
    link.click();
    const target = document.querySelector(":target");
    const top = target?.getBoundingClientRect().top;
    if (!target || !target.contains(link))
      found.push(`${link.hash} does not land on its paragraph`);
    else if (top < -1 || top >= innerHeight)
      found.push(`${link.hash} lands out of sight, at ${top}`);
    else if (!link.textContent.trim())
      found.push(`${link.hash} cites nothing`);
  }
  location.hash = "";
  return found;
}

// In the page, in the media of print: nothing is cut or wider than the sheet.
function cutOnPaper() {
  const found = [];
  const width = document.documentElement.clientWidth;
  for (const e of document.querySelectorAll("body *")) {
    const style = getComputedStyle(e);
    if (style.overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1)
      found.push(`${e.tagName} is cut at its side`);
    if (style.overflowY !== "visible" && e.scrollHeight > e.clientHeight + 1)
      found.push(`${e.tagName} is cut at its foot`);
  }
  for (const e of document.querySelectorAll("p, td, th, h1, h2, h3, h4, li")) {
    const box = e.getBoundingClientRect();
    if (box.width && (box.right > width + 1 || box.left < -1))
      found.push(`${e.tagName} is wider than the sheet: ${e.textContent.slice(0, 60)}`);
  }
  return found.slice(0, 3);
}

async function onPaper(page) {
  const found = [];
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  const wide = await page.evaluate(() => document.body.classList.contains("parallel"));
  await page.setViewportSize(wide ? { width: 792, height: 612 } : { width: 612, height: 792 });
  found.push(...await page.evaluate(cutOnPaper));
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const sheets = pdf.match(/\/MediaBox\s*\[[^\]]*\]/g) ?? [];
  if (!sheets.length || !sheets.every((box) => (wide ? LANDSCAPE : LETTER).test(box)))
    found.push(`sheets are not Letter: ${sheets[0]}`);
  await page.emulateMedia({ media: "screen", colorScheme: "light" });
  return found;
}

async function look(context, path) {
  const page = await context.newPage();
  const say = (where, found) => {
    looks += 1;
    for (const what of found)
      complaints.push(`${basename(dirname(path))}/${basename(path)} ${where}: ${what}`);
  };
  await page.goto(pathToFileURL(path).href);
  await page.evaluate(axe);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    say(`at ${width} px`, await page.evaluate(tooWide));
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      say(`at ${width} px, ${colorScheme}`, await axeFinds(page));
    }
  }
  await page.setViewportSize({ width: WIDTHS[0], height: 800 });
  say("notes", await page.evaluate(notesLead));
  say("permalinks", await page.evaluate(permalinksLand));
  say("on paper", await onPaper(page));
  await page.close();
}

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const context = await browser.newContext({ permissions: [] });
const waiting = [...pages];
await Promise.all(Array.from({ length: AT_ONCE }, async () => {
  for (let path = waiting.shift(); path; path = waiting.shift()) await look(context, path);
}));
await browser.close();
for (const what of complaints) console.log(what);
console.log(`${pages.length} pages, ${looks} looks, ${complaints.length} complaints`);
process.exit(complaints.length ? 1 : 0);
