/* pdf_xmp.c - what a PDF says of itself: its title, date and addresses, and XMP
 * with Dublin Core and the conformance that the file claims. PDF/A wants a
 * description of the schema of PDF/UA, which it does not know. */
#include "output/pdf_archive.h"

#include <string.h>

char *
rc_pdf_title(const struct rc_pages *pages)
{
	return g_strconcat(pages->symbol,
	    pages->symbol[0] && pages->title[0] ? ": " : "", pages->title,
	    pages->symbol[0] || pages->title[0] ? NULL : "Resolution", NULL);
}

const char *
rc_pdf_date(const struct rc_pages *pages)
{
	return pages->date[0] ? pages->date : "1900-01-01";
}

static void
add_escaped(GString *out, const char *format, const char *text)
{
	g_autofree char *escaped = g_markup_escape_text(text, -1);
	g_auto(GStrv) around = g_strsplit(format, "%s", 2);

	g_string_append(out, around[0]);
	g_string_append(out, escaped);
	g_string_append(out, around[1]);
}

static void
add_schema(GString *out)
{
	g_string_append(out,
	    "<rdf:Description rdf:about=\"\"\n"
	    "  xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
	    "  xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
	    "  xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
	    "<pdfaExtension:schemas><rdf:Bag>\n"
	    "<rdf:li rdf:parseType=\"Resource\">\n"
	    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
	    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
	    "</pdfaSchema:namespaceURI>\n"
	    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
	    "<pdfaSchema:property><rdf:Seq>\n"
	    "<rdf:li rdf:parseType=\"Resource\">\n"
	    "<pdfaProperty:name>part</pdfaProperty:name>\n"
	    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
	    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
	    "<pdfaProperty:description>Part of PDF/UA"
	    "</pdfaProperty:description>\n"
	    "</rdf:li>\n</rdf:Seq></pdfaSchema:property>\n"
	    "</rdf:li>\n</rdf:Bag></pdfaExtension:schemas>\n"
	    "</rdf:Description>\n");
}

GString *
rc_xmp(const struct rc_pages *pages)
{
	GString *out = g_string_new("<?xpacket begin=\"\xEF\xBB\xBF\" "
	    "id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
	    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
	    "<rdf:Description rdf:about=\"\"\n"
	    "  xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
	    "  xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
	    "  xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
	    "  xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
	    "<pdfaid:part>3</pdfaid:part>\n"
	    "<pdfaid:conformance>A</pdfaid:conformance>\n"
	    "<pdfuaid:part>1</pdfuaid:part>\n"
	    "<dc:format>application/pdf</dc:format>\n"
	    "<xmp:CreatorTool>resconv</xmp:CreatorTool>\n");
	g_autofree char *title = rc_pdf_title(pages);

	add_escaped(out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s"
	    "</rdf:li></rdf:Alt></dc:title>\n", title);
	if (pages->symbol[0])
		add_escaped(out, "<dc:identifier>%s</dc:identifier>\n",
		    pages->symbol);
	add_escaped(out, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag>"
	    "</dc:language>\n", pages->lang);
	add_escaped(out, "<dc:date><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq>"
	    "</dc:date>\n", rc_pdf_date(pages));
	add_escaped(out, "<xmp:CreateDate>%sT00:00:00Z</xmp:CreateDate>\n",
	    rc_pdf_date(pages));
	add_escaped(out, "<xmp:ModifyDate>%sT00:00:00Z</xmp:ModifyDate>\n",
	    rc_pdf_date(pages));
	g_string_append(out, "</rdf:Description>\n");
	add_schema(out);
	g_string_append(out, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
	return out;
}

void
rc_add_address(GString *out, const char *address)
{
	for (const char *c = address; *c; c++)
		if ((guchar)*c <= 0x20 || (guchar)*c >= 0x7f ||
		    strchr("'\"()\\<>", *c))
			g_string_append_printf(out, "%%%02X", (guchar)*c);
		else
			g_string_append_c(out, *c);
}
