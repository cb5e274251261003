/* pack.c - the six packs: how they are found, and their traits. */
#include "lang/pack.h"

const struct rc_lang *
rc_lang_nth(guint i)
{
	return i < RC_N_PACKS ? &rc_packs[i] : NULL;
}

/* Other codes that are met: ISO 639-2/B, and the "ch" of undocs.org. */
static const struct {
	const char *code;
	guint pack;
} aliases[] = {{"fre", 3}, {"chi", 5}, {"ch", 5}};

const struct rc_lang *
rc_lang_find(const char *code)
{
	if (!code)
		return NULL;
	for (guint i = 0; i < RC_N_PACKS; i++)
		if (g_ascii_strcasecmp(code, rc_packs[i].code2) == 0 ||
		    g_ascii_strcasecmp(code, rc_packs[i].code3) == 0)
			return &rc_packs[i];
	for (guint i = 0; i < G_N_ELEMENTS(aliases); i++)
		if (g_ascii_strcasecmp(code, aliases[i].code) == 0)
			return &rc_packs[aliases[i].pack];
	return NULL;
}

const char *
rc_lang_code2(const struct rc_lang *lang)
{
	return lang->code2;
}

const char *
rc_lang_code3(const struct rc_lang *lang)
{
	return lang->code3;
}

const char *
rc_lang_link_code(const struct rc_lang *lang)
{
	return lang->link;
}

gboolean
rc_lang_rtl(const struct rc_lang *lang)
{
	return lang->rtl;
}

gboolean
rc_lang_lead_bold(const struct rc_lang *lang)
{
	return lang->lead_bold;
}

gboolean
rc_lang_lead_italic(const struct rc_lang *lang)
{
	return lang->lead_italic;
}

gboolean
rc_lang_note_before_punctuation(const struct rc_lang *lang)
{
	return lang->note_before;
}

char
rc_lang_job_letter(const struct rc_lang *lang)
{
	return lang->job;
}

const char *
rc_lang_phrase(const struct rc_lang *lang, enum rc_phrase phrase)
{
	return lang->print[phrase];
}
