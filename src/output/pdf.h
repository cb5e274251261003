/* pdf.h - the output "pdf". */
#ifndef RC_OUTPUT_PDF_H
#define RC_OUTPUT_PDF_H

#include "output/output.h"

extern const struct rc_output rc_output_pdf;

#endif
