# SPDX-License-Identifier: GPL-3.0-or-later
# Lists what a .ts file of lupdate leaves unfinished, or fills it in; see translations.sh for the line format.
#   awk -f translations.awk -v mode=list FILE.ts
#   awk -f translations.awk -v mode=fill LINES FILE.ts     (the .ts file with the translations goes to standard output)

function plain(text) {
  gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&apos;/, "'", text)
  gsub(/&amp;/, "\\&", text); gsub(/\n/, "\\n", text)
  return text
}
function marked(text) {
  gsub(/&/, "\\&amp;", text); gsub(/</, "\\&lt;", text); gsub(/>/, "\\&gt;", text)
  gsub(/"/, "\\&quot;", text); gsub(/'/, "\\&apos;", text); gsub(/\\n/, "\n", text)
  return text
}
function inside(element, tag) {
  sub("^[^<]*<" tag ">", "", element); sub("</" tag ">.*$", "", element)
  return element
}
# Elements may run over several lines: read on until this one closes.
function whole(tag,   element) {
  element = $0
  while (index(element, "</" tag ">") == 0 && (getline) > 0) element = element "\n" $0
  return element
}
function translated(key,   forms, count, at, text) {
  count = split(given[key], forms, separator)
  used[key] = 1
  if (!plural) return "        <translation>" marked(forms[1]) "</translation>"
  text = "        <translation>\n"
  for (at = 1; at <= count; ++at) text = text "            <numerusform>" marked(forms[at]) "</numerusform>\n"
  return text "        </translation>"
}

BEGIN { separator = " [|] " }

mode == "fill" && FILENAME == ARGV[1] {
  parts = split($0, columns, separator)
  if (parts < 3) next # not yet translated
  key = columns[1] " | " columns[2]
  given[key] = columns[3]
  for (at = 4; at <= parts; ++at) given[key] = given[key] " | " columns[at]
  next
}
/<name>/ { context = plain(inside($0, "name")) }
/<message/ { plural = index($0, "numerus=\"yes\""); comment = "" }
/<source>/ { element = whole("source"); source = plain(inside(element, "source")); if (mode == "fill") print element; next }
/<comment>/ { element = whole("comment"); comment = "#" plain(inside(element, "comment")); if (mode == "fill") print element; next }
/<translation/ {
  element = whole("translation")
  key = context comment " | " source
  if (mode == "list" && index(element, "type=\"unfinished\"")) print key
  if (mode == "fill") print (key in given) ? translated(key) : element
  next
}
mode == "fill"

END {
  for (key in given)
    if (!(key in used)) print "no such message: " key > "/dev/stderr"
}
