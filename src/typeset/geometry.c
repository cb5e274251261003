/* geometry.c - the pages as data. Numbers of New York are measured in 902
 * resolutions of the General Assembly (2023-2026), those of Geneva in originals
 * of the Human Rights Council; design notes "official layout", 1-5 and 9. */
#include "typeset/geometry.h"

#include <string.h>

static const struct rc_geometry pages[] = {
	{
	    .actor = "unga-hrc", /* issued in Geneva, on A4 */
	    .width = 595.3, .height = 841.9, .unfitted = TRUE,
	    .left = 56.7, .right = 538.6, .cover = 56.7,
	    .column = {113.4, 141.75, 170.1, 198.45, 226.8, 255.15},
	    .column_right = 481.9,
	    .narrow_right = 330.0,
	    .hang = 101.1, .hang_heading = 103.7, .mark = 110.0,
	    .publisher = {120.6, 49.7}, .publisher_long = 63.9,
	    .symbol = {538.6, 52.1},
	    .organ = {120.7, 77.6}, .organ_measure = 271.1,
	    .distribution = {397.8, 78.8},
	    .gap = FALSE,
	    .upper = {56.7, 56.56, 481.9, 0.48},
	    .lower = {56.7, 197.88, 481.9, 1.44},
	    .emblem = {61.8, 64.4, 54.0, 44.2},
	    .flow_top = 206.3, .flow_bottom = 752.0,
	    .job_first = {56.6, 783.1}, .recycle = {460.0, 802.0},
	    .arrows = {462.0, 790.0, 16.0, 16.0},
	    .code39 = {56.6, 787.0, 84.4, 13.0},
	    .qr = {489.0, 768.2, 44.2, 44.2},
	    .top = 72.0, .heading_top = 0.0, .bottom = 784.0,
	    .head = 52.0, .head_measure = 240.0,
	    .head_rule = {55.2, 56.66, 484.9, 0.48},
	    .foot = 811.8, .job = 811.8, .total = FALSE,
	    .separator_height = 14.5, .separator_rise = 4.8,
	    .separator = {90.6, 0, 73.8, 0.48},
	    .end_rule = {255.05, 32.0, 85.1, 0.48}, .end_rule_least = 18.0,
	}, {
	    .actor = NULL, /* issued in New York, on Letter */
	    .width = 612.0, .height = 792.0,
	    .left = 60.0, .right = 552.5, .cover = 60.0,
	    .column = {123.35, 147.1, 170.9, 194.65, 219.1, 242.9},
	    .column_right = 488.65,
	    .narrow_right = 328.0,
	    .hang = 111.1, .hang_heading = 113.7, .mark = 119.9,
	    .publisher = {123.4, 57.78}, .publisher_long = 63.9,
	    .symbol = {552.3, 56.46},
	    .organ = {123.4, 86.4}, .organ_measure = 267.6,
	    .distribution = {397.0, 86.5},
	    .gap = TRUE,
	    .upper = {60.0, 64.8, 492.5, 0.48},
	    .lower = {59.3, 208.94, 492.6, 1.44},
	    .emblem = {64.7, 71.3, 56.2, 47.0},
	    .flow_top = 212.65, .flow_bottom = 705.8,
	    .job_first = {60.0, 749.4}, .recycle = {470.0, 753.5},
	    .arrows = {472.4, 738.1, 18.2, 18.2},
	    .code39 = {60.0, 751.9, 101.2, 13.1},
	    .qr = {497.9, 709.8, 54.7, 54.7},
	    .top = 72.65, .heading_top = 2.1, .bottom = 734.5,
	    .head = 59.0, .head_measure = 246.3,
	    .head_rule = {59.3, 64.8, 492.8, 0.24},
	    .foot = 755.3, .job = 753.8, .total = TRUE,
	    .separator_height = 13.0, .separator_rise = 4.8,
	    .separator = {99.6, 0, 74.0, 0.45},
	    .end_rule = {268.3, 32.0, 72.0, 0.25}, .end_rule_least = 18.0,
	},
};

/* What changed in New York, by date of issue: the newest row not after it. */
static const struct {
	const char *from;
	double top, heading_top;
} changes[] = {
	{"", 72.65, 2.1},
	{"2025-10", 76.75, 0.0}, /* the eightieth session */
};

/* The masthead of 2010-2016: lower, the emblem beside the organ's name. Taken
 * from pictures of three first pages; design notes "official layout", 8. */
static void
set_2010(struct rc_geometry *page)
{
	page->era = RC_ERA_2010;
	page->cover = 66.0;
	page->organ = (struct rc_spot){133.0, 121.1};
	page->organ_measure = 290.0;
	page->distribution = (struct rc_spot){546.0, 111.0};
	page->ranged = TRUE;
	page->lower.y = 163.0;
	page->emblem = (struct rc_area){66.2, 90.0, 55.5, 46.4};
	page->flow_top = 169.4;
}

struct rc_geometry
rc_geometry_for(const char *actor, const char *date, enum rc_era era)
{
	struct rc_geometry page;
	guint i = 0;

	while (pages[i].actor && strcmp(pages[i].actor, actor) != 0)
		i++;
	page = pages[i];
	if (page.actor)
		return page;
	for (guint k = 0; k < G_N_ELEMENTS(changes); k++) {
		if (date[0] && strcmp(date, changes[k].from) < 0)
			continue;
		page.top = changes[k].top;
		page.heading_top = changes[k].heading_top;
	}
	if (era == RC_ERA_2010)
		set_2010(&page);
	return page;
}
