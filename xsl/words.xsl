<?xml version="1.0" encoding="UTF-8"?>
<!-- words.xsl: the language of the page, and the few words that are ours and
     not the document's. A row is "|language: word=text| word=text||"; it is cut
     out once, since looking through all of them for each word takes longer than
     a page of text. A language without a row has the English one. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    exclude-result-prefixes="a">

  <xsl:variable name="language"
      select="string($identification/a:FRBRExpression/a:FRBRlanguage/@language)"/>
  <xsl:variable name="rtl" select="$language = 'ara'"/>

  <xsl:variable name="letters">
    <xsl:call-template name="two-letters">
      <xsl:with-param name="code" select="$language"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:variable name="lang" select="string($letters)"/>

  <xsl:template name="two-letters">
    <xsl:param name="code"/>
    <xsl:choose>
      <xsl:when test="$code = 'ara'">ar</xsl:when>
      <xsl:when test="$code = 'deu'">de</xsl:when>
      <xsl:when test="$code = 'eng'">en</xsl:when>
      <xsl:when test="$code = 'fra'">fr</xsl:when>
      <xsl:when test="$code = 'rus'">ru</xsl:when>
      <xsl:when test="$code = 'spa'">es</xsl:when>
      <xsl:when test="$code = 'zho'">zh</xsl:when>
      <xsl:when test="$code = '' or $code = 'mul'">und</xsl:when>
      <xsl:otherwise><xsl:value-of select="$code"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:variable name="words" select="'
    |ar: name=العربية| notes=الحواشي| back=العودة إلى النص| table=جدول|
      contents=المحتويات| copied=نُسخت الإشارة| missing=لا يرد في هذه النسخة||
    |de: name=Deutsch| notes=Anmerkungen| back=Zurück zum Text| table=Tabelle|
      contents=Inhalt| copied=Zitat kopiert| missing=Fehlt in dieser Fassung||
    |en: name=English| notes=Notes| back=Back to the text| table=Table|
      contents=Contents| copied=Citation copied|
      missing=Missing in this version||
    |es: name=Español| notes=Notas| back=Volver al texto| table=Cuadro|
      contents=Índice| copied=Cita copiada| missing=Falta en esta versión||
    |fr: name=Français| notes=Notes| back=Retour au texte| table=Tableau|
      contents=Sommaire| copied=Référence copiée|
      missing=Absent de cette version||
    |ru: name=Русский| notes=Примечания| back=Назад к тексту| table=Таблица|
      contents=Содержание| copied=Ссылка скопирована|
      missing=Отсутствует в этом варианте||
    |zh: name=中文| notes=注| back=返回正文| table=表| contents=目录| copied=引文已复制|
      missing=此文本中缺失||'"/>

  <!-- The language that the words are in. -->
  <xsl:variable name="known" select="contains($words, concat('|', $lang, ':'))"/>
  <xsl:variable name="spoken" select="concat(substring($lang, 1, 2 * $known),
      substring('en', 1, 2 * not($known)))"/>
  <xsl:variable name="own-words" select="concat(substring-before(
      substring-after($words, concat('|', $spoken, ':')), '||'), '|')"/>

  <xsl:variable name="word-notes" select="substring-before(substring-after(
      $own-words, ' notes='), '|')"/>
  <xsl:variable name="word-back" select="substring-before(substring-after(
      $own-words, ' back='), '|')"/>
  <xsl:variable name="word-table" select="substring-before(substring-after(
      $own-words, ' table='), '|')"/>
  <xsl:variable name="word-contents" select="substring-before(substring-after(
      $own-words, ' contents='), '|')"/>
  <xsl:variable name="word-copied" select="substring-before(substring-after(
      $own-words, ' copied='), '|')"/>

</xsl:stylesheet>
