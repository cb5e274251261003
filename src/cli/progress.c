/* progress.c - how far a run is, on a terminal. */
#include "cli/batch.h"

#include <stdio.h>
#include <unistd.h>

#define BAR_WIDTH 24u
#define REDRAW_US (G_USEC_PER_SEC / 10)
#define CLEAR "\r\033[K"

void
progress_begin(struct progress *progress, guint total, gboolean quiet)
{
	*progress = (struct progress){
	    .bar = !quiet && isatty(STDERR_FILENO),
	    .total = total,
	    .begun = g_get_monotonic_time(),
	};
}

static void
clear(struct progress *progress)
{
	if (progress->drawn)
		fputs(CLEAR, stderr);
	progress->drawn = FALSE;
}

/* "[######......] 120/420  31.5/s  0:10 left, 2 failed" */
static void
draw(struct progress *progress, gint64 now)
{
	double seconds = (now - progress->begun) / (double)G_USEC_PER_SEC;
	guint worked = progress->done - progress->kept; /* those cost nothing */
	double rate = seconds > 0 ? worked / seconds : 0;
	guint filled = (guint64)progress->done * BAR_WIDTH / progress->total;
	char bar[BAR_WIDTH + 1];

	for (guint i = 0; i < BAR_WIDTH; i++)
		bar[i] = i < filled ? '#' : '.';
	bar[BAR_WIDTH] = '\0';
	fprintf(stderr, CLEAR "[%s] %u/%u  %.1f/s", bar, progress->done,
	    progress->total, rate);
	if (rate > 0) {
		guint left = (progress->total - progress->done) / rate + 0.5;

		fprintf(stderr, "  %u:%02u left", left / 60, left % 60);
	}
	if (progress->failed)
		fprintf(stderr, ", %u failed", progress->failed);
	fflush(stderr);
	progress->drawn = TRUE;
	progress->drawn_at = now;
}

void
progress_say(struct progress *progress, const char *lines)
{
	if (!*lines)
		return;
	clear(progress);
	fputs(lines, stderr);
}

void
progress_count(struct progress *progress, const struct outcome *outcome)
{
	gint64 now;

	progress->done++;
	progress->kept += outcome->kept;
	progress->failed += outcome->status >= EXIT_NO_OUTPUT;
	if (!progress->bar)
		return;
	now = g_get_monotonic_time();
	if (!progress->drawn || now - progress->drawn_at >= REDRAW_US)
		draw(progress, now);
}

void
progress_end(struct progress *progress)
{
	clear(progress);
	fflush(stderr);
}
