/* code.c - bar codes as black rectangles; libzint knows what they say. */
#include "typeset/code.h"

#include <string.h>
#include <zint.h>

/* The official font "3 of 9", measured at 1200 dpi: narrow and wide bars and
 * spaces, and the space between characters, in points of 12-point type. */
#define NARROW_BAR 1.0
#define WIDE_BAR 2.5
#define NARROW_SPACE 0.3
#define WIDE_SPACE 1.8
#define BETWEEN 0.54
/* Five bars and four spaces make a character. */
#define ELEMENTS 10

static gboolean
is_black(const struct zint_symbol *symbol, int row, int column)
{
	return (symbol->encoded_data[row][column >> 3] >> (column & 7)) & 1;
}

static int
run_end(const struct zint_symbol *symbol, int row, int column)
{
	int end = column + 1;

	while (end < symbol->width &&
	    is_black(symbol, row, end) == is_black(symbol, row, column))
		end++;
	return end;
}

static void
add_rect(struct rc_pages *pages, struct rc_image *image, struct rc_rule rect)
{
	g_array_append_val(pages->rects, rect);
	image->n_rects++;
}

/* The bars in the official proportions, stretched to the area. */
static void
draw_bars(struct rc_pages *pages, struct rc_image *image,
    const struct zint_symbol *symbol)
{
	guint first = pages->rects->len, element = 0;
	double x = 0, unit;

	for (int at = 0, end; at < symbol->width; at = end, element++) {
		gboolean wide;

		end = run_end(symbol, 0, at);
		wide = end - at > 1;
		if (is_black(symbol, 0, at)) {
			double width = wide ? WIDE_BAR : NARROW_BAR;

			add_rect(pages, image, (struct rc_rule){x, image->y,
			    width, image->height});
			x += width;
		} else if (element % ELEMENTS == ELEMENTS - 1) {
			x += BETWEEN;
		} else {
			x += wide ? WIDE_SPACE : NARROW_SPACE;
		}
	}
	unit = x > 0 ? image->width / x : 0;
	for (guint i = first; i < pages->rects->len; i++) {
		struct rc_rule *rect =
		    &g_array_index(pages->rects, struct rc_rule, i);

		rect->x = image->x + rect->x * unit;
		rect->width *= unit;
	}
}

static void
draw_modules(struct rc_pages *pages, struct rc_image *image,
    const struct zint_symbol *symbol)
{
	double unit = image->width / MAX(symbol->width, 1);

	for (int row = 0; row < symbol->rows; row++) {
		for (int at = 0, end; at < symbol->width; at = end) {
			end = run_end(symbol, row, at);
			if (is_black(symbol, row, at))
				add_rect(pages, image, (struct rc_rule){
				    image->x + at * unit,
				    image->y + row * unit,
				    (end - at) * unit, unit});
		}
	}
}

void
rc_code_add(struct rc_pages *pages, struct rc_page *page,
    enum rc_picture picture, const char *text, double x, double y,
    double width, double height)
{
	struct rc_image image = {picture, x, y, width, height,
	    .rect = pages->rects->len, .text = pages->text->len,
	    .text_len = strlen(text)};
	struct zint_symbol *symbol = ZBarcode_Create();

	if (!symbol)
		return;
	symbol->symbology = picture == RC_PICTURE_QR ? BARCODE_QRCODE
	                                             : BARCODE_CODE39;
	if (text[0] && ZBarcode_Encode(symbol, (const unsigned char *)text,
	    0) < ZINT_ERROR) {
		if (picture == RC_PICTURE_QR)
			draw_modules(pages, &image, symbol);
		else
			draw_bars(pages, &image, symbol);
		g_string_append(pages->text, text);
		g_array_append_val(page->images, image);
	}
	ZBarcode_Delete(symbol);
}
