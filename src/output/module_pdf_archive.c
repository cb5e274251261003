/* module_pdf_archive.c - what the module resconv-pdf-archive offers. */
#include "output/pdf_archive.h"

__typeof__(&rc_archive)
resconv_module_archive(void)
{
	return rc_archive;
}
