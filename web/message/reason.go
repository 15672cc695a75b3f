package message

import (
	"strings"

	"soi/index/schema"
)

// ReasonsTitle stands before the reasons why a document was found.
const ReasonsTitle Key = "reason.why"

var reasonEntries = map[Key]entry{
	ReasonsTitle: {vi: "Vì sao", en: "Why"},

	keyOf("reason.", schema.ReasonCode):       {vi: "có số hiệu %s", en: "has the code %s"},
	keyOf("reason.", schema.ReasonTitle):      {vi: "trong tiêu đề có %s", en: "its title has %s"},
	keyOf("reason.", schema.ReasonTogether):   {vi: "các từ đứng liền nhau: %s", en: "the words stand together: %s"},
	keyOf("reason.", schema.ReasonPhrase):     {vi: "có cụm từ %s", en: "has the phrase %s"},
	keyOf("reason.", schema.ReasonUnmarked):   {vi: "khớp không dấu: gõ “%[1]s”, bài viết “%[2]s”", en: "written without marks: “%[2]s” for “%[1]s”"},
	keyOf("reason.", schema.ReasonMarked):     {vi: "gõ thiếu dấu “%[1]s”, bài viết “%[2]s”", en: "typed without all marks, “%[1]s”; it has “%[2]s”"},
	keyOf("reason.", schema.ReasonOther):      {vi: "khác dấu: gõ “%[1]s”, bài viết “%[2]s”", en: "other marks: “%[2]s” for “%[1]s”"},
	keyOf("reason.", schema.ReasonAcronym):    {vi: "viết tắt: gõ “%[1]s”, bài viết “%[2]s”", en: "an acronym: “%[2]s” for “%[1]s”"},
	keyOf("reason.", schema.ReasonFormer):     {vi: "tên cũ: %[1]s nay thuộc %[2]s", en: "a former name: %[1]s is now part of %[2]s"},
	keyOf("reason.", schema.ReasonNearly):     {vi: "gần như cùng một bài", en: "nearly the same text"},
	keyOf("reason.", schema.ReasonDirectives): {vi: "cùng nhắc đến %s", en: "refers to %s too"},
	keyOf("reason.", schema.ReasonShared):     {vi: "cùng nói đến %s", en: "also speaks of %s"},
	keyOf("reason.", schema.ReasonLacks):      {vi: "không có %s", en: "lacks %s"},
}

// Reason puts a reason into words.
func (p *Printer) Reason(r schema.Reason) string {
	key := keyOf("reason.", r.Kind)
	switch r.Kind {
	case schema.ReasonUnmarked, schema.ReasonMarked, schema.ReasonOther, schema.ReasonAcronym, schema.ReasonFormer:
		var args [2]string
		copy(args[:], r.Args)
		return p.Text(key, args[0], args[1])
	}
	if !Has(key) {
		return string(r.Kind)
	}
	if r.Kind == schema.ReasonNearly {
		return p.Text(key)
	}
	if r.Kind == schema.ReasonDirectives {
		return p.Text(key, strings.Join(p.directives(r.Args), ", "))
	}
	var quoted []string
	for _, arg := range r.Args {
		quoted = append(quoted, "“"+arg+"”")
	}
	return p.Text(key, strings.Join(quoted, ", "))
}

// directives are the names of directives by their labels.
func (p *Printer) directives(labels []string) []string {
	var names []string
	for _, label := range labels {
		names = append(names, p.Directive(label))
	}
	return names
}
