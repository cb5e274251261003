/* test_lang.c - the language packs: folding, phrases, dates, ordinals, leads.
 * The texts are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "lang/lang.h"

static const struct rc_lang *
pack(const char *code)
{
	const struct rc_lang *lang = rc_lang_find(code);

	assert_non_null(lang);
	return lang;
}

/* ---- the packs ---- */

static void
packs_are_found_by_every_code(void **state)
{
	static const char *const codes[][3] = {{"ar", "ara", "AR"},
	    {"en", "eng", "EN"}, {"es", "spa", "Spa"}, {"fr", "fra", "fre"},
	    {"ru", "rus", "RU"}, {"zh", "zho", "ch"}};

	(void)state;
	for (guint i = 0; i < G_N_ELEMENTS(codes); i++)
		for (guint k = 0; k < 3; k++)
			assert_ptr_equal(rc_lang_find(codes[i][k]), rc_lang_nth(i));
	assert_null(rc_lang_find("de"));
	assert_null(rc_lang_find(NULL));
	assert_null(rc_lang_nth(6));
}

static void
traits_are_those_of_the_print(void **state)
{
	(void)state;
	assert_true(rc_lang_rtl(pack("ar")));
	assert_false(rc_lang_rtl(pack("ru")));
	assert_true(rc_lang_lead_bold(pack("zh")));
	assert_false(rc_lang_lead_italic(pack("zh")));
	assert_true(rc_lang_lead_italic(pack("ar")));
	assert_int_equal(rc_lang_job_letter(pack("zh")), 'C');
	assert_true(rc_lang_note_before_punctuation(pack("fr")));
	assert_false(rc_lang_note_before_punctuation(pack("en")));
	assert_string_equal(rc_lang_link_code(pack("ch")), "zh");
	assert_string_equal(rc_lang_code3(pack("es")), "spa");
	assert_string_equal(rc_lang_code2(pack("spa")), "es");
}

/* Phrases that a language has none of. */
static gboolean
may_lack(const char *code, enum rc_phrase phrase)
{
	return phrase == RC_PH_AGENDA_TAIL &&
	    (strcmp(code, "en") == 0 || strcmp(code, "zh") == 0);
}

static void
every_phrase_has_a_variant_for_print(void **state)
{
	const struct rc_lang *lang;

	(void)state;
	for (guint i = 0; (lang = rc_lang_nth(i)); i++)
		for (guint phrase = 0; phrase < RC_PH_N; phrase++) {
			const char *s = rc_lang_phrase(lang, phrase);

			if (may_lack(rc_lang_code2(lang), phrase)) {
				assert_null(s);
				continue;
			}
			assert_non_null(s);
			assert_null(strpbrk(s, "[]|*"));
			assert_int_equal(rc_lang_starts(lang, phrase, s,
			    strlen(s)), strlen(s));
		}
}

/* ---- phrases ---- */

static void
assert_starts(const char *code, enum rc_phrase phrase, const char *text,
    gsize size)
{
	assert_int_equal(
	    rc_lang_starts(pack(code), phrase, text, strlen(text)), size);
}

static void
phrases_compare_folded(void **state)
{
	(void)state;
	assert_starts("en", RC_PH_ORGAN_GA, "GENERAL\302\240 \nAssembly", 19);
	assert_starts("fr", RC_PH_AGENDA_TAIL, "DE L'ORDRE DU JOUR", 18);
	assert_starts("fr", RC_PH_ORGAN_GA, "Assemble\314\201e ge\314\201ne\314\201rale", 24);
	assert_starts("ar", RC_PH_PUBLISHER, "الأمــم المتحـدة",
	    strlen("الأمــم المتحـدة"));
	assert_starts("ar", RC_PH_NO_VOTE, "اعتُمِد بدون تصويت.",
	    strlen("اعتُمِد بدون تصويت"));
	assert_starts("zh", RC_PH_ORGAN_GA, "大 会", strlen("大 会"));
	assert_starts("zh", RC_PH_DISTRIBUTION_GENERAL, "Distr.: General", 15);
}

static void
phrases_end_at_the_edge_of_a_word(void **state)
{
	(void)state;
	assert_starts("en", RC_PH_ANNEX, "Annex II", 5);
	assert_starts("en", RC_PH_ANNEX, "Annexation", 0);
	assert_starts("en", RC_PH_ANNEX, "An", 0);
	assert_starts("ru", RC_PH_RESOLUTION, "резолюцией 5/1",
	    strlen("резолюцией"));
	assert_starts("ru", RC_PH_RESOLUTION, "резолюционный", 0);
	assert_starts("zh", RC_PH_RESOLUTION, "决议草案", strlen("决议"));
	assert_starts("en", RC_PH_ANNEX, "", 0);
}

static void
phrases_are_found_within_a_text(void **state)
{
	const char *text = "irresolution, in Resolution 5/12 and resolutions";
	const char *arabic = "وإلى قرارها 5/12";
	enum rc_phrase which;
	gsize size;

	(void)state;
	assert_int_equal(rc_lang_finds(pack("en"), RC_PH_RESOLUTION, text,
	    strlen(text), &size), 17);
	assert_int_equal(size, 10);
	assert_int_equal(rc_lang_finds(pack("ar"), RC_PH_RESOLUTION, arabic,
	    strlen(arabic), &size), strlen("وإلى "));
	assert_int_equal(rc_lang_finds_any(pack("en"),
	    RC_PHRASE_BIT(RC_PH_AND) | RC_PHRASE_BIT(RC_PH_DECISION), text,
	    strlen(text), &size, &which), 33);
	assert_int_equal(which, RC_PH_AND);
	assert_int_equal(rc_lang_finds(pack("en"), RC_PH_ANNEX, text,
	    strlen(text), &size), -1);
}

static void
the_longest_variant_wins(void **state)
{
	(void)state;
	assert_starts("es", RC_PH_SESSION_EMERGENCY,
	    "período extraordinario de sesiones de emergencia",
	    strlen("período extraordinario de sesiones de emergencia"));
	assert_starts("en", RC_PH_IN_FAVOUR, "In favour: Arland", 10);
	assert_starts("fr", RC_PH_AGAINST, "Ont voté contre :",
	    strlen("Ont voté contre :"));
}

static void
assert_formula(const char *code, const char *text, enum rc_organ organ,
    gsize size)
{
	gsize got = 0;

	assert_int_equal(rc_lang_formula(pack(code), text, strlen(text), &got),
	    organ);
	assert_int_equal(got, size);
}

static void
formulas_name_their_organ(void **state)
{
	(void)state;
	assert_formula("en", "The General Assembly,", RC_ORGAN_GA, 20);
	assert_formula("fr", "Le Conseil de sécurité,", RC_ORGAN_SC,
	    strlen("Le Conseil de sécurité"));
	assert_formula("ru", "Экономический и Социальный Совет,",
	    RC_ORGAN_ECOSOC, strlen("Экономический и Социальный Совет"));
	assert_formula("ar", "إنَّ مجلس حقوق الإنسان ،", RC_ORGAN_HRC,
	    strlen("إنَّ مجلس حقوق الإنسان"));
	assert_formula("zh", "大会，", RC_ORGAN_GA, strlen("大会"));
	assert_formula("zh", "大会决议", RC_ORGAN_UNKNOWN, 0);
	assert_formula("en", "The Generals", RC_ORGAN_UNKNOWN, 0);
}

/* ---- dates ---- */

static void
assert_date(const char *code, const char *text, guint year, guint month,
    guint day)
{
	struct rc_date date = {0};

	assert_int_equal(rc_lang_date(pack(code), text, strlen(text), &date),
	    strlen(text));
	assert_int_equal(date.year, year);
	assert_int_equal(date.month, month);
	assert_int_equal(date.day, day);
}

static void
dates_are_read_in_every_language(void **state)
{
	(void)state;
	assert_date("en", "7 December 2031", 2031, 12, 7);
	assert_date("en", "May 5, 2031", 2031, 5, 5);
	assert_date("fr", "1er\302\240août 2031", 2031, 8, 1);
	assert_date("fr", "1ᵉʳ aout 2031", 2031, 8, 1);
	assert_date("es", "1 de septiembre de 2031", 2031, 9, 1);
	assert_date("es", "1º de setiembre del 2031", 2031, 9, 1);
	assert_date("ru", "7 декабря 2031 года", 2031, 12, 7);
	assert_date("ru", "7 МАЯ 2031 г.", 2031, 5, 7);
	assert_date("zh", "2031年12月7日", 2031, 12, 7);
	assert_date("zh", "2031 年 2 月 7 日", 2031, 2, 7);
	assert_date("ar", "7 كانون الأول/ديسمبر 2031", 2031, 12, 7);
	assert_date("ar", "7 كانون الثاني/ يناير 2031", 2031, 1, 7);
	assert_date("ar", "٧ تموز ٢٠٣١", 2031, 7, 7);
	assert_date("ar", "7 يوليو 2031", 2031, 7, 7);
}

static void
mastheads_have_english_dates_everywhere(void **state)
{
	(void)state;
	assert_date("ru", "12 December 2031", 2031, 12, 12);
	assert_date("zh", "12 December 2031", 2031, 12, 12);
	assert_date("ar", "12 December 2031", 2031, 12, 12);
}

static void
what_is_no_date_is_none(void **state)
{
	static const char *const texts[] = {"31 February 2031", "7 December",
	    "7 Decembers 2031", "77/36", "0 May 2031", "7 December 20311", "",
	    "7", "117 May 2031"};
	struct rc_date date;

	(void)state;
	for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
		assert_int_equal(rc_lang_date(pack("en"), texts[i],
		    strlen(texts[i]), &date), 0);
}

static void
the_first_date_in_a_text_is_found(void **state)
{
	const char *text = "On 12 items, 5/7, at its 9,001st meeting, on "
	    "3 March 2031 and 4 March 2031";
	const char *chinese = "依照其2031年3月3日第85/12号决议";
	struct rc_date date;
	gsize size;

	(void)state;
	assert_int_equal(rc_lang_date_in(pack("en"), text, strlen(text), &date,
	    &size), 45);
	assert_int_equal(size, 12);
	assert_int_equal(date.day, 3);
	assert_int_equal(rc_lang_date_in(pack("zh"), chinese, strlen(chinese),
	    &date, &size), strlen("依照其"));
	assert_int_equal(rc_lang_date_in(pack("en"), "no date 12", 10, &date,
	    &size), -1);
}

/* ---- ordinals ---- */

static void
assert_ordinal(const char *code, const char *text, guint value)
{
	guint got = 0;

	assert_int_equal(rc_lang_ordinal(pack(code), text, strlen(text), &got),
	    strlen(text));
	assert_int_equal(got, value);
}

static void
ordinals_in_words_add_up(void **state)
{
	(void)state;
	assert_ordinal("en", "Ninety-third", 93);
	assert_ordinal("en", "hundred and first", 101);
	assert_ordinal("fr", "Soixante-dix-septième", 77);
	assert_ordinal("fr", "Soixante et onzième", 71);
	assert_ordinal("fr", "Quatre-vingt-unième", 81);
	assert_ordinal("fr", "Quatre-vingt-dix-neuvième", 99);
	assert_ordinal("fr", "vingt et unième", 21);
	assert_ordinal("es", "Septuagésimo séptimo", 77);
	assert_ordinal("es", "decimotercer", 13);
	assert_ordinal("es", "nonagésima primera", 91);
	assert_ordinal("ru", "Девяносто третья", 93);
	assert_ordinal("ru", "восемьдесят четвёртой", 84);
	assert_ordinal("ru", "сорокового", 40);
	assert_ordinal("ar", "السابعة والسبعون", 77);
	assert_ordinal("ar", "الحادية والعشرين", 21);
	assert_ordinal("ar", "الثانية عشرة", 12);
	assert_ordinal("ar", "الخامسة بعد المائة", 105);
	assert_ordinal("zh", "第七十七", 77);
	assert_ordinal("zh", "第一百零三", 103);
	assert_ordinal("zh", "第十", 10);
}

/* The words for 1 to 99 that the rules of each language make are read back. */
static void
every_english_and_chinese_ordinal_is_read(void **state)
{
	static const char *const units[] = {"", "first", "second", "third",
	    "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"};
	static const char *const tens[] = {"twenty", "thirty", "forty", "fifty",
	    "sixty", "seventy", "eighty", "ninety"};
	static const char *const digits[] = {"", "一", "二", "三", "四", "五", "六",
	    "七", "八", "九"};

	(void)state;
	for (guint n = 21; n < 100; n++) {
		g_autofree char *english = n % 10
		    ? g_strdup_printf("%s-%s", tens[n / 10 - 2], units[n % 10])
		    : NULL;
		g_autofree char *chinese = g_strdup_printf("第%s十%s",
		    digits[n / 10], digits[n % 10]);

		if (english)
			assert_ordinal("en", english, n);
		assert_ordinal("zh", chinese, n);
	}
}

static void
ordinals_in_figures_have_their_tails(void **state)
{
	guint value;

	(void)state;
	assert_ordinal("en", "9314th", 9314);
	assert_ordinal("es", "57º", 57);
	assert_ordinal("es", "46ª", 46);
	assert_ordinal("fr", "1re", 1);
	assert_ordinal("fr", "46ᵉ", 46);
	assert_ordinal("ru", "46‑е", 46);
	assert_ordinal("ru", "9314-м", 9314);
	assert_ordinal("zh", "第46", 46);
	assert_ordinal("ar", "46", 46);
	assert_int_equal(rc_lang_ordinal(pack("en"), "46", 2, &value), 0);
	assert_int_equal(rc_lang_ordinal(pack("en"), "99999999999th", 13,
	    &value), 0);
}

static void
an_ordinal_stops_where_the_sum_stops(void **state)
{
	guint value = 0;

	(void)state;
	assert_int_equal(rc_lang_ordinal(pack("en"), "seventy sessions", 16,
	    &value), 0);
	assert_int_equal(rc_lang_ordinal(pack("en"), "first second", 12,
	    &value), 5);
	assert_int_equal(value, 1);
	assert_int_equal(rc_lang_ordinal(pack("en"), "firsthand", 9, &value), 0);
}

static void
assert_session(const char *code, const char *text, struct rc_session want)
{
	struct rc_session got;

	assert_true(rc_lang_session(pack(code), text, strlen(text), &got));
	assert_int_equal(got.number, want.number);
	assert_int_equal(got.year, want.year);
	assert_int_equal(got.special, want.special);
	assert_int_equal(got.emergency, want.emergency);
	assert_int_equal(got.resumed, want.resumed);
}

static void
sessions_are_read_whatever_their_word_order(void **state)
{
	const struct rc_session plain = {.number = 93};
	const struct rc_session emergency = {.number = 12, .special = TRUE,
	    .emergency = TRUE};
	const struct rc_session special = {.number = 35, .special = TRUE};
	const struct rc_session year = {.year = 2031};
	struct rc_session got;

	(void)state;
	assert_session("en", "Ninety-third session\n1 May 2031", plain);
	assert_session("es", "93º período de sesiones", plain);
	assert_session("zh", "第九十三届会议", plain);
	assert_session("ar", "الدورة الثالثة والتسعون", plain);
	assert_session("ru", "Двенадцатая чрезвычайная специальная сессия",
	    emergency);
	assert_session("fr", "Douzième session extraordinaire d’urgence",
	    emergency);
	assert_session("ar", "الدورة الاستثنائية الطارئة الثانية عشرة", emergency);
	assert_session("es", "Trigésimo quinto período extraordinario de sesiones",
	    special);
	assert_session("zh", "第三十五届特别会议", special);
	assert_session("en", "2031 session", year);
	assert_session("ru", "Сессия 2031 года", year);
	assert_session("ar", "دورة عام 2031", year);
	assert_session("zh", "2031年届会", year);
	assert_false(rc_lang_session(pack("en"), "Session", 7, &got));
	assert_false(rc_lang_session(pack("en"), "Ninety-third", 12, &got));
}

/* ---- lead phrases ---- */

struct lead_case {
	const char *code, *text, *rest; /* the phrase is text without rest */
	enum rc_lead says;
};

static void
assert_leads(const struct lead_case *cases, guint n, gboolean brief)
{
	for (guint i = 0; i < n; i++) {
		const struct lead_case *c = &cases[i];
		enum rc_lead says;
		gsize len = strlen(c->text);
		gsize size = brief
		    ? rc_lang_lead_brief(pack(c->code), c->text, len, &says)
		    : rc_lang_lead(pack(c->code), c->text, len, &says);

		assert_string_equal(c->text + size, c->rest);
		assert_int_equal(says, c->says);
	}
}

static void
lead_phrases_are_composed(void **state)
{
	static const struct lead_case cases[] = {
	    {"en", "Recalling its resolution", " its resolution",
		RC_LEAD_PREAMBULAR},
	    {"en", "Noting with deep concern that", " that", RC_LEAD_PREAMBULAR},
	    {"en", "Expresses also its deep appreciation to", " to",
		RC_LEAD_OPERATIVE},
	    {"en", "Having also considered the", " the", RC_LEAD_PREAMBULAR},
	    {"en", "Strongly condemns all", " all", RC_LEAD_OPERATIVE},
	    {"en", "Calls once again upon States", " States", RC_LEAD_OPERATIVE},
	    {"en", "Welcomes and strongly supports the", " the",
		RC_LEAD_OPERATIVE},
	    {"en", "Welcomes and notes", "", RC_LEAD_OPERATIVE},
	    {"en", "Welcomed by all", "Welcomed by all", RC_LEAD_NONE},
	    {"en", "Also the", "Also the", RC_LEAD_NONE},
	    {"es", "Recordando también su", " su", RC_LEAD_PREAMBULAR},
	    {"es", "Acoge con beneplácito además el", " el", RC_LEAD_OPERATIVE},
	    {"es", "Condena, en los términos más enérgicos posibles, los",
		", los", RC_LEAD_OPERATIVE},
	    {"fr", "Notant également avec une vive préoccupation que", " que",
		RC_LEAD_PREAMBULAR},
	    {"fr", "Se déclarant profondément préoccupée par", " par",
		RC_LEAD_PREAMBULAR},
	    {"fr", "Décide en outre d’", " d’", RC_LEAD_OPERATIVE},
	    {"ru", "с глубокой обеспокоенностью отмечая, что", ", что",
		RC_LEAD_PREAMBULAR},
	    {"ru", "вновь выражает свою признательность всем", " всем",
		RC_LEAD_OPERATIVE},
	    {"ru", "принимая также к сведению доклад", " доклад",
		RC_LEAD_PREAMBULAR},
	};

	(void)state;
	assert_leads(cases, G_N_ELEMENTS(cases), FALSE);
}

static void
lead_phrases_of_arabic_and_chinese(void **state)
{
	static const struct lead_case cases[] = {
	    {"ar", "وإذ تسلِّم أيضاً بأن", " بأن", RC_LEAD_PREAMBULAR},
	    {"ar", "يسلم بأن", " بأن", RC_LEAD_OPERATIVE},
	    {"ar", "وإذ تعيد كذلك تأكيد أهمية", " أهمية", RC_LEAD_PREAMBULAR},
	    {"ar", "وإذ يساورها بالغ القلق أيضا إزاء", " إزاء",
		RC_LEAD_PREAMBULAR},
	    {"ar", "واقتناعا منها بأن", " بأن", RC_LEAD_PREAMBULAR},
	    {"ar", "تؤيد وتشجع الجهود", " الجهود", RC_LEAD_OPERATIVE},
	    {"zh", "又深为关切地注意到其", "其", RC_LEAD_EITHER},
	    {"zh", "强调指出必须", "必须", RC_LEAD_EITHER},
	    {"zh", "还决定设立", "设立", RC_LEAD_OPERATIVE},
	    {"zh", "表示严重关切各", "各", RC_LEAD_EITHER},
	    {"zh", "审议了该报告", "该报告", RC_LEAD_PREAMBULAR},
	};

	(void)state;
	assert_leads(cases, G_N_ELEMENTS(cases), FALSE);
}

static void
the_council_prints_the_verb_alone(void **state)
{
	static const struct lead_case cases[] = {
	    {"en", "Expressing grave concern at", " grave concern at",
		RC_LEAD_PREAMBULAR},
	    {"en", "Condemning in the strongest terms all",
		" in the strongest terms all", RC_LEAD_PREAMBULAR},
	    {"en", "Strongly condemning all", " all", RC_LEAD_PREAMBULAR},
	    {"fr", "Décide également que", " que", RC_LEAD_OPERATIVE},
	    {"es", "Reafirmando su respeto", " su respeto", RC_LEAD_PREAMBULAR},
	};

	(void)state;
	assert_leads(cases, G_N_ELEMENTS(cases), TRUE);
}

/* Nothing a text repeats makes a reading long. */
static void
repeated_words_end(void **state)
{
	g_autoptr(GString) text = g_string_new("Notes");
	enum rc_lead says;

	(void)state;
	for (guint i = 0; i < 2000; i++)
		g_string_append(text, " and also with deep concern");
	assert_in_range(rc_lang_lead(pack("en"), text->str, text->len, &says), 5,
	    text->len);
	assert_int_equal(says, RC_LEAD_OPERATIVE);
}

/* ---- letters, sections, parts ---- */

static void
letters_of_lists_have_their_place(void **state)
{
	const struct rc_lang *ru = pack("ru");

	(void)state;
	assert_int_equal(rc_lang_letter(pack("en"), 'a'), 1);
	assert_int_equal(rc_lang_letter(pack("en"), 'Z'), 26);
	assert_int_equal(rc_lang_letter(pack("ar"), 0x623), 1); /* أ */
	assert_int_equal(rc_lang_letter(pack("ar"), 0x647), 5); /* ه */
	assert_int_equal(rc_lang_letter(pack("ar"), 0x63A), 28); /* غ */
	assert_int_equal(rc_lang_letter(ru, 0x430), 1); /* а */
	assert_int_equal(rc_lang_letter(ru, 0x431), 2); /* б */
	assert_int_equal(rc_lang_letter(ru, 0x435), 6); /* е, or Latin e */
	assert_int_equal(rc_lang_letter_twin(ru, 0x435), 5);
	assert_int_equal(rc_lang_letter_twin(ru, 'e'), 6);
	assert_int_equal(rc_lang_letter(ru, 0x441), 3); /* с for Latin c */
	assert_int_equal(rc_lang_letter_twin(ru, 0x430), 0);
	assert_int_equal(rc_lang_letter(ru, 0x439), 0); /* й */
	assert_int_equal(rc_lang_letter(pack("en"), '1'), 0);
	assert_int_equal(rc_lang_letter(pack("en"), 0x431), 0);
}

static void
assert_section(const char *code, const char *text, guint value, gsize size)
{
	gsize got = 99;

	assert_int_equal(rc_lang_section(pack(code), text, strlen(text), &got),
	    value);
	assert_int_equal(got, size);
}

static void
sections_are_numbered(void **state)
{
	(void)state;
	assert_section("en", "IV", 4, 2);
	assert_section("fr", "XIX. Suite", 19, 3);
	assert_section("ru", "ХI", 11, 3); /* the first is Cyrillic */
	assert_section("en", "Ⅳ", 4, 3);
	assert_section("en", "IIII", 0, 0);
	assert_section("en", "Item", 0, 0);
	assert_section("en", "C", 0, 0);
	assert_section("ar", "أولاً - عام", 1, strlen("أولاً"));
	assert_section("ar", "حادي عشر", 11, strlen("حادي عشر"));
	assert_section("zh", "四、总则", 4, 3);
	assert_section("zh", "十一", 11, 6);
	assert_section("zh", "一般规定", 0, 0);
	assert_section("en", "", 0, 0);
}

static void
assert_part(const char *code, const char *text, guint value, gsize size)
{
	gsize got = 99;

	assert_int_equal(rc_lang_part(pack(code), text, strlen(text), &got),
	    value);
	assert_int_equal(got, size);
}

static void
parts_are_lettered(void **state)
{
	(void)state;
	assert_part("en", "B", 2, 1);
	assert_part("en", "B. Title", 2, 1);
	assert_part("en", "Be it", 0, 0);
	assert_part("en", "b", 0, 0);
	assert_part("ru", "Н", 8, 2);
	assert_part("ru", "Б", 2, 2);
	assert_part("ar", "باء -", 2, strlen("باء"));
	assert_part("ar", "حاء", 8, strlen("حاء"));
	assert_part("zh", "乙", 2, 3);
	assert_part("zh", "甲板", 0, 0);
}

/* ---- guessing ---- */

static void
assert_guess(const char *text, const char *code, gboolean sure)
{
	gboolean got = !sure;
	const struct rc_lang *lang = rc_lang_guess(text, strlen(text), &got);

	assert_string_equal(rc_lang_code2(lang), code);
	assert_int_equal(got, sure);
}

static void
the_language_is_guessed(void **state)
{
	(void)state;
	assert_guess("# Title\n\n*The General Assembly,*\n", "en", TRUE);
	assert_guess("_La Asamblea General_,\n\nRecordando", "es", TRUE);
	assert_guess("L'Assemblée générale,", "fr", TRUE);
	assert_guess("United Nations\n\nСовет Безопасности,\nссылаясь на свои",
	    "ru", TRUE);
	assert_guess("A/RES/93/1 (E)\n**大会**，\n回顾其第92/1号决议", "zh", TRUE);
	assert_guess("A/RES/93/1\nإن الجمعية العامة، إذ تشير", "ar", TRUE);
	assert_guess("the cat and the dog of that house", "en", FALSE);
	assert_guess("el gato y el perro de la casa", "es", FALSE);
	assert_guess("le chat et le chien de la maison", "fr", FALSE);
	assert_guess("кошка и собака", "ru", FALSE);
	assert_guess("die Katze und der Hund", "en", FALSE);
	assert_guess("", "en", FALSE);
}

/* No byte that is not UTF-8 leads past the end. */
static void
broken_bytes_are_survived(void **state)
{
	static const char bytes[] = "\xD0\xE5\xA4\xF0\x9F The \xC3 General\xD9";
	const struct rc_lang *lang;
	struct rc_session session;
	struct rc_date date;
	enum rc_lead says;
	gboolean sure;
	gsize size;
	guint n;

	(void)state;
	for (guint i = 0; (lang = rc_lang_nth(i)); i++)
		for (gsize from = 0; from < sizeof(bytes); from++) {
			g_autofree char *s = g_memdup2(bytes + from,
			    sizeof(bytes) - from);
			gsize len = sizeof(bytes) - from;

			assert_non_null(rc_lang_guess(s, len, &sure));
			assert_int_equal(rc_lang_lead(lang, s, len, &says), 0);
			assert_int_equal(rc_lang_date_in(lang, s, len, &date,
			    &size), -1);
			assert_int_equal(rc_lang_finds(lang, RC_PH_ORGAN_GA, s,
			    len, &size), -1);
			assert_int_equal(rc_lang_ordinal(lang, s, len, &n), 0);
			assert_false(rc_lang_session(lang, s, len, &session));
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(packs_are_found_by_every_code),
	    cmocka_unit_test(traits_are_those_of_the_print),
	    cmocka_unit_test(every_phrase_has_a_variant_for_print),
	    cmocka_unit_test(phrases_compare_folded),
	    cmocka_unit_test(phrases_end_at_the_edge_of_a_word),
	    cmocka_unit_test(phrases_are_found_within_a_text),
	    cmocka_unit_test(the_longest_variant_wins),
	    cmocka_unit_test(formulas_name_their_organ),
	    cmocka_unit_test(dates_are_read_in_every_language),
	    cmocka_unit_test(mastheads_have_english_dates_everywhere),
	    cmocka_unit_test(what_is_no_date_is_none),
	    cmocka_unit_test(the_first_date_in_a_text_is_found),
	    cmocka_unit_test(ordinals_in_words_add_up),
	    cmocka_unit_test(every_english_and_chinese_ordinal_is_read),
	    cmocka_unit_test(ordinals_in_figures_have_their_tails),
	    cmocka_unit_test(an_ordinal_stops_where_the_sum_stops),
	    cmocka_unit_test(sessions_are_read_whatever_their_word_order),
	    cmocka_unit_test(lead_phrases_are_composed),
	    cmocka_unit_test(lead_phrases_of_arabic_and_chinese),
	    cmocka_unit_test(the_council_prints_the_verb_alone),
	    cmocka_unit_test(repeated_words_end),
	    cmocka_unit_test(letters_of_lists_have_their_place),
	    cmocka_unit_test(sections_are_numbered),
	    cmocka_unit_test(parts_are_lettered),
	    cmocka_unit_test(the_language_is_guessed),
	    cmocka_unit_test(broken_bytes_are_survived),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
