/* font.c - the faces: the private fontconfig set-up, and one font map a thread
 * that is kept, since making one costs more than setting a page. */
#include "typeset/font.h"

#include <hb-ot.h>
#include <pango/pangofc-font.h>
#include <pango/pangoft2.h>
#include <string.h>

#include "base/error.h"
#include "fonts_conf.h"
#include "typeset/shape.h"

static const struct {
	const char *label, *family;
	int weight, slant;
	double factor;
	gboolean fits;
} faces[RC_FONT_N] = {
#define FACE(name, l, f, w, s, size, fit) \
	[RC_FONT_##name] = {.label = l, .family = f, .weight = w, .slant = s, \
	    .factor = size, .fits = fit},
#include "typeset/face.def"
#undef FACE
};

static const struct {
	const char *family, *package;
	GUnicodeScript script;
} families[] = {
#define FAMILY(family, package, script) \
	{family, package, G_UNICODE_SCRIPT_##script},
#include "typeset/family.def"
#undef FAMILY
};

struct rc_fonts {
	PangoFontMap *map;
	PangoContext *context;
	struct rc_face face[RC_FONT_N]; /* hb is NULL until it is used */
	GHashTable *by_font;            /* PangoFont * to struct rc_face * */
	GHashTable *words;
};

static FcPattern *patterns[RC_FONT_N];

const char *
rc_font_name(enum rc_font font)
{
	return faces[font].label;
}

static FcPattern *
find_pattern(enum rc_font font)
{
	FcPattern *want = FcPatternBuild(NULL, FC_FAMILY, FcTypeString,
	    faces[font].family, FC_WEIGHT, FcTypeInteger, faces[font].weight,
	    FC_SLANT, FcTypeInteger, faces[font].slant, (char *)NULL);
	FcResult result;
	FcPattern *found;
	FcChar8 *family = NULL;

	FcConfigSubstitute(NULL, want, FcMatchPattern);
	FcDefaultSubstitute(want);
	found = FcFontMatch(NULL, want, &result);
	FcPatternDestroy(want);
	for (int i = 0; found && FcPatternGetString(found, FC_FAMILY, i,
	    &family) == FcResultMatch; i++)
		if (strcmp((const char *)family, faces[font].family) == 0)
			return found;
	if (found)
		FcPatternDestroy(found);
	return NULL;
}

/* Make the configuration that is compiled in the current one. */
static gpointer
configure(gpointer unused)
{
	FcConfig *config = FcConfigCreate();

	FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)FONTS_CONF,
	    FcTrue);
	FcConfigBuildFonts(config);
	FcConfigSetCurrent(config);
	FcConfigDestroy(config);
	for (guint i = 0; i < RC_FONT_N; i++)
		patterns[i] = find_pattern(i);
	return NULL;
}

static void
configure_once(void)
{
	static GOnce once = G_ONCE_INIT;

	g_once(&once, configure, NULL);
}

FcPattern *
rc_font_pattern(enum rc_font font)
{
	configure_once();
	return patterns[font];
}

static gboolean
is_installed(const char *family)
{
	for (guint i = 0; i < RC_FONT_N; i++)
		if (strcmp(faces[i].family, family) == 0 && rc_font_pattern(i))
			return TRUE;
	return FALSE;
}

gboolean
rc_fonts_serve(struct rc_fonts *fonts, GUnicodeScript script, GError **error)
{
	for (guint i = 0; i < G_N_ELEMENTS(families); i++)
		if (families[i].script == script &&
		    !is_installed(families[i].family))
			return rc_fail(error, RESCONV_E_DISABLED,
			    "the font family %s is missing; install the "
			    "package %s", families[i].family,
			    families[i].package);
	return TRUE;
}

static void
fonts_free(gpointer data)
{
	struct rc_fonts *fonts = data;

	for (guint i = 0; i < RC_FONT_N; i++)
		hb_font_destroy(fonts->face[i].hb);
	g_hash_table_unref(fonts->words);
	g_hash_table_unref(fonts->by_font);
	g_object_unref(fonts->context);
	g_object_unref(fonts->map);
	g_free(fonts);
}

static struct rc_fonts *
fonts_new(void)
{
	struct rc_fonts *fonts = g_new0(struct rc_fonts, 1);

	fonts->map = pango_ft2_font_map_new();
	fonts->context = pango_font_map_create_context(fonts->map);
	fonts->by_font =
	    g_hash_table_new_full(NULL, NULL, g_object_unref, NULL);
	fonts->words = rc_words_new();
	return fonts;
}

struct rc_fonts *
rc_fonts_get(GError **error)
{
	static GPrivate key = G_PRIVATE_INIT(fonts_free);
	struct rc_fonts *fonts = g_private_get(&key);

	configure_once();
	if (!rc_fonts_serve(NULL, G_UNICODE_SCRIPT_LATIN, error))
		return NULL;
	if (!fonts) {
		fonts = fonts_new();
		g_private_set(&key, fonts);
	}
	return fonts;
}

PangoContext *
rc_fonts_context(struct rc_fonts *fonts)
{
	return fonts->context;
}

GHashTable *
rc_fonts_words(struct rc_fonts *fonts)
{
	return fonts->words;
}

/* Which face a font of pango's is: the same file and number in it. */
static enum rc_font
face_of(FcPattern *pattern)
{
	FcChar8 *file = NULL, *other = NULL;
	int index = 0, other_index = 0;

	FcPatternGetString(pattern, FC_FILE, 0, &file);
	FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
	for (guint i = 0; file && i < RC_FONT_N; i++) {
		if (!patterns[i])
			continue;
		FcPatternGetString(patterns[i], FC_FILE, 0, &other);
		FcPatternGetInteger(patterns[i], FC_INDEX, 0, &other_index);
		if (index == other_index &&
		    strcmp((char *)file, (char *)other) == 0)
			return i;
	}
	return RC_FONT_SERIF;
}

/* Official pages print a no-break hyphen as a hyphen, and so does a copy of
 * their text; fonts have another glyph for it, or none. */
static hb_bool_t
find_glyph(hb_font_t *font, void *data, hb_codepoint_t c, hb_codepoint_t *glyph,
    void *user_data)
{
	hb_font_t *parent = hb_font_get_parent(font);

	if (c == 0x2010 || c == 0x2011)
		c = '-';
	return hb_font_get_nominal_glyph(parent, c, glyph);
}

static hb_font_t *
open_hb(hb_face_t *face)
{
	hb_font_t *plain = hb_font_create(face);
	hb_font_t *font = hb_font_create_sub_font(plain);
	hb_font_funcs_t *funcs = hb_font_funcs_create();

	hb_font_funcs_set_nominal_glyph_func(funcs, find_glyph, NULL, NULL);
	hb_font_set_funcs(font, funcs, NULL, NULL);
	hb_font_funcs_destroy(funcs);
	hb_font_destroy(plain);
	return font;
}

static void
open_face(struct rc_face *face, enum rc_font font, PangoFont *from)
{
	hb_face_t *hb_face = hb_font_get_face(pango_font_get_hb_font(from));
	hb_codepoint_t glyph = 0;

	face->font = font;
	face->hb = open_hb(hb_face);
	face->upem = hb_face_get_upem(hb_face);
	face->factor = faces[font].factor;
	face->fits = faces[font].fits;
	if (hb_font_get_nominal_glyph(face->hb, ' ', &glyph))
		face->space = hb_font_get_glyph_h_advance(face->hb, glyph);
	face->space_glyph = glyph;
}

const struct rc_face *
rc_fonts_face(struct rc_fonts *fonts, PangoFont *font)
{
	struct rc_face *face = g_hash_table_lookup(fonts->by_font, font);
	enum rc_font which;

	if (face)
		return face;
	which = face_of(pango_fc_font_get_pattern(PANGO_FC_FONT(font)));
	face = &fonts->face[which];
	if (!face->hb)
		open_face(face, which, font);
	g_hash_table_insert(fonts->by_font, g_object_ref(font), face);
	return face;
}
