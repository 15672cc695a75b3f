package web

import (
	"net/http"

	"soi/index/query"
	"soi/web/message"
)

// A Topic is a part of the help for the query language.
type Topic struct {
	Title    message.Key
	Examples []Example
}

// An Example is a line of the help: a query that works, and what it asks for.
// What each finds among the sample reports is held by a test.
type Example struct {
	Query string
	Means message.Key
}

// Help is the help for the query language, on one page.
var Help = []Topic{
	{message.HelpTopicWords, []Example{
		{"tự soi tự sửa", message.HelpWords},
		{"tu soi tu sua", message.HelpMarks},
		{"nghi quyêt", message.HelpTones},
		{"hoà bình", message.HelpSpelling},
		{"tuwj soi", message.HelpKeys},
		{"BTV", message.HelpAcronym},
	}},
	{message.HelpTopicPhrases, []Example{
		{`"tự soi, tự sửa"`, message.HelpPhrase},
		{`"sửa soi"~2`, message.HelpNear},
	}},
	{message.HelpTopicOperators, []Example{
		{`kiểm điểm -"tự soi"`, message.HelpNot},
		{`"nêu gương" OR "dân vận"`, message.HelpOr},
		{`(sơ kết OR tổng kết) "chỉ thị 05"`, message.HelpParens},
	}},
	{message.HelpTopicCodes, []Example{
		{"21-KL/TW", message.HelpCode},
		{"21 - kl/tw", message.HelpCodeLoose},
		{"mã:21-KL/TW@XIII", message.HelpIdentity},
	}},
	{message.HelpTopicFields, []Example{
		{`tỉnh:"Bắc Giang"`, message.HelpProvince},
		{"tinh:bac-giang", message.HelpFieldLoose},
		{"năm:2022", message.HelpYear},
		{"tự soi năm:2021..2023", message.HelpYears},
		{"tự soi cấp:huyện", message.HelpLevel},
		{"chi bộ -cấp:xã", message.HelpNotField},
		{`tỉnh:"Bắc Giang" OR tỉnh:"Quảng Nam"`, message.HelpEither},
		{"province:bac-giang year:2022", message.HelpEnglish},
	}},
}

// HelpLimits says how long a query may be.
func HelpLimits(p *message.Printer) string {
	return p.Text(message.HelpLimits, query.MaxTerms, query.MaxLength, query.MaxPhrase)
}

// helpPage is the data of help.tmpl.
type helpPage struct {
	frame
	Topics []helpTopic
	Limits string
}

type helpTopic struct {
	Title string
	Lines []helpLine
}

// A helpLine is an example that can be tried.
type helpLine struct {
	URL, Query, Means string
}

// help shows the help for the query language.
func (s *site) help(v view, _ *http.Request) (answer, error) {
	p := &helpPage{frame: v.frame(v.printer.Text(message.HelpTitle)), Limits: HelpLimits(v.printer)}
	for _, t := range Help {
		shown := helpTopic{Title: v.printer.Text(t.Title)}
		for _, e := range t.Examples {
			address := state{query: e.Query, page: 1}.url(v.explicit)
			shown.Lines = append(shown.Lines, helpLine{address, e.Query, v.printer.Text(e.Means)})
		}
		p.Topics = append(p.Topics, shown)
	}
	return answer{status: http.StatusOK, template: "help", data: p}, nil
}
