package ingest

import (
	"regexp"
	"strings"

	"soi/analyzer/cite"
	"soi/analyzer/viet"
	"soi/index/schema"
)

// headLines is how many lines that are not blank the head of an official
// letter has at most: names of the bodies, number, place and date, type.
const headLines = 15

// ownNumber begins the line that numbers an official document, "Số: 21-KL/TW",
// up to the number. Spaces are of any kind, and so are characters that are not
// seen: pages made by word processors have no-break spaces there.
var ownNumber = regexp.MustCompile(`^[\s\pZ\p{Cf}*]*[Ss](?:ố|Ố)[\s\pZ\p{Cf}]*[:：]?[\s\pZ\p{Cf}]*`)

// setKind says what sort of document d is: a report if its title or a head
// line says so or its own number is that of a report ("Số 105-BC/TU"), an
// official document if it has another number of its own, else news.
func setKind(d *schema.Document) {
	if d.Kind != "" {
		return
	}
	kind, e := kindOf(d)
	d.Kind = kind
	note(d, schema.FieldKind, e)
}

func kindOf(d *schema.Document) (schema.Kind, schema.Evidence) {
	const sure = 0.9
	if namesReport(d.TitleText()) {
		return schema.KindReport, evidence(d, schema.RuleTitle, d.Title, sure)
	}
	kind, e := schema.KindNews, evidence(d, schema.RuleTitle, d.Title, 0.5)
	for i, line := range head(d.Text) {
		text := line.Of(d.Text)
		if namesReport(text) && (i == 0 || text == strings.ToUpper(text)) {
			return schema.KindReport, evidence(d, schema.RuleFirstLine, line, sure)
		}
		if abbr := numbered(text); abbr == "BC" {
			return schema.KindReport, evidence(d, schema.RuleOwnNumber, line, sure)
		} else if abbr != "" && kind == schema.KindNews {
			// A line "BÁO CÁO" may still follow.
			kind, e = schema.KindDocument, evidence(d, schema.RuleOwnNumber, line, sure)
		}
	}
	return kind, e
}

// namesReport says whether a title or line begins with the word for report.
func namesReport(s string) bool {
	s, _, _ = strings.Cut(s, "\n")
	const longest = 500 // bytes; a longer line is a paragraph
	rest, ok := strings.CutPrefix(strings.TrimSpace(viet.Fold(s[:min(len(s), longest)], viet.Exact)), "báo cáo")
	if strings.HasPrefix(rest, " viên") { // báo cáo viên: a speaker
		return false
	}
	return ok && len(s) <= longest && (rest == "" || rest[0] == ' ' || rest[0] == ':')
}

// numbered gives the type in the code of a line that numbers its document,
// "KL" of "Số: 21-KL/TW"; "" if the line does not.
func numbered(line string) string {
	at := ownNumber.FindStringIndex(line)
	if at == nil {
		return ""
	}
	text := cite.NewText(line)
	ref, ok := text.CodeAt(at[1])
	if !ok {
		return ""
	}
	return ref.Abbr
}

// head gives the first lines that are not blank.
func head(text string) []schema.Span {
	var lines []schema.Span
	for start := 0; start < len(text) && len(lines) < headLines; {
		end := start + len(text[start:])
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i
		}
		if strings.TrimSpace(text[start:end]) != "" {
			lines = append(lines, schema.Span{Start: start, End: end})
		}
		start = end + 1
	}
	return lines
}

func evidence(d *schema.Document, rule schema.Rule, span schema.Span, confidence float64) schema.Evidence {
	return schema.Evidence{Rule: rule, Quote: span.Of(d.Text), Span: &span, Confidence: confidence}
}
