/* make_srgb.c - write lcms2's own sRGB profile as a C array, when resconv is
 * built: PDF/A wants the colours of a file to be told. The date and what
 * depends on it are fixed, so that the bytes are always the same. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lcms2.h>

#define DATE_AT 24   /* bytes into the header of an ICC profile */
#define DATE_BYTES 12
#define ID_AT 84     /* its MD5, which may be left out */
#define ID_BYTES 16

int
main(void)
{
	static const unsigned char date[DATE_BYTES] = {
	    0x07, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0}; /* 2000-01-01 */
	cmsHPROFILE profile = cmsCreate_sRGBProfile();
	cmsUInt32Number size = 0;
	unsigned char *data;

	if (!profile || !cmsSaveProfileToMem(profile, NULL, &size))
		return 1;
	data = malloc(size);
	if (!data || !cmsSaveProfileToMem(profile, data, &size))
		return 1;
	memcpy(data + DATE_AT, date, DATE_BYTES);
	memset(data + ID_AT, 0, ID_BYTES);
	printf("static const unsigned char srgb[] = {");
	for (cmsUInt32Number i = 0; i < size; i++)
		printf("%s%u,", i % 16 ? "" : "\n", data[i]);
	printf("\n};\n");
	free(data);
	cmsCloseProfile(profile);
	return 0;
}
