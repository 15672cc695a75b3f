package format

import (
	"strings"
	"unicode/utf8"

	"soi/analyzer/cite"
	"soi/analyzer/viet"
	"soi/index/schema"
)

// A pageTitle is the title of a page and where it stands.
type pageTitle struct {
	text   string // "" none was found
	line   int    // the visible line that holds it; -1 none
	offset int    // bytes into that line
	rule   schema.Rule
}

// shortestTitle is the length in letters from which a heading may be a title;
// shorter ones are "Tin tức" and the like.
const shortestTitle = 10

// title chooses the page's title: a heading of the first order that agrees
// with what the head of the page says; else the line that reads as the head
// says; else the only heading of the first order; else, on a page without
// one, a heading that the date of the page stands below; else what the head
// says.
// Many sites put their own name into an h1, so an h1 alone proves nothing.
func (s *scanner) title() pageTitle {
	stated := []string{label(s.meta.named["og:title"]), label(s.meta.named["twitter:title"]), s.meta.title}
	var heads []int
	for i, l := range s.lines.done {
		if l.head1 && len(l.text) <= longestLabel && utf8.RuneCountInString(l.text) >= shortestTitle {
			heads = append(heads, i)
		}
	}
	const mostHeads = 20 // compared; a page of a thousand h1 has no title among them
	for _, i := range heads[:min(len(heads), mostHeads)] {
		for _, t := range stated {
			if agrees(s.lines.done[i].text, t) {
				return s.titleAt(i, schema.RuleLine)
			}
		}
	}
	lines := s.shortLines()
	for _, t := range stated {
		if i := lineOf(t, lines); i >= 0 {
			return s.titleAt(i, schema.RuleMeta)
		}
	}
	if len(heads) == 1 {
		return s.titleAt(heads[0], schema.RuleLine)
	}
	if i := s.datedHeading(); len(heads) == 0 && i >= 0 {
		return s.titleAt(i, schema.RuleLine)
	}
	for _, t := range stated {
		if t = s.withoutSite(t); t != "" {
			return pageTitle{text: t, line: -1, rule: schema.RuleMeta}
		}
	}
	return pageTitle{line: -1}
}

// datedHeading finds the first heading with a short line right below it that
// holds a date, "Đăng ngày 24/12/2025 10:36"; -1 none.
func (s *scanner) datedHeading() int {
	const longestStamp = 80 // bytes
	for i, l := range s.lines.done[:max(0, len(s.lines.done)-1)] {
		below := s.lines.done[i+1].text
		if l.head && len(l.text) <= longestLabel && utf8.RuneCountInString(l.text) >= shortestTitle &&
			len(below) <= longestStamp && len(cite.FindDates(below)) > 0 {
			return i
		}
	}
	return -1
}

func (s *scanner) titleAt(line int, rule schema.Rule) pageTitle {
	return pageTitle{text: s.lines.done[line].text, line: line, rule: rule}
}

// agrees says whether one of two titles is the beginning, the end or all of
// the other, whatever their spelling.
func agrees(head, stated string) bool {
	a, b := plain(head), plain(stated)
	if len(a) > len(b) {
		a, b = b, a
	}
	return utf8.RuneCountInString(a) >= shortestTitle && (strings.HasPrefix(b, a) || strings.HasSuffix(b, a))
}

// plain is a text without marks, case and extra spaces.
func plain(s string) string {
	return strings.Join(strings.Fields(viet.Fold(s, viet.ASCII)), " ")
}

// separators stand between the title and the name of the site in <title>.
var separators = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " • "}

// lineOf finds the visible line that is the stated title, or the stated title
// up to one of its separators; -1 none. The longest wins. lines are the short
// lines of the page by their plain text.
func lineOf(stated string, lines map[string]int) int {
	for t := stated; utf8.RuneCountInString(t) >= shortestTitle; {
		if i, ok := lines[plain(t)]; ok {
			return i
		}
		cut := lastSeparator(t)
		if cut < 0 {
			break
		}
		t = t[:cut]
	}
	return -1
}

// shortLines are the lines that can be a title, by their plain text; of equal
// ones an h1, else the first.
func (s *scanner) shortLines() map[string]int {
	lines := map[string]int{}
	for i, l := range s.lines.done {
		if len(l.text) > longestLabel {
			continue
		}
		key := plain(l.text)
		if _, taken := lines[key]; !taken || l.head1 {
			lines[key] = i
		}
	}
	return lines
}

func lastSeparator(t string) int {
	last := -1
	for _, sep := range separators {
		last = max(last, strings.LastIndex(t, sep))
	}
	return last
}

// siteWords begin the name of a site, folded.
var siteWords = []string{"bao ", "cong thong tin", "trang ", "tap chi ", "website", "thong tan xa"}

// withoutSite cuts the name of the site off a stated title where it is sure
// to be one.
func (s *scanner) withoutSite(t string) string {
	cut := lastSeparator(t)
	if cut < 0 || utf8.RuneCountInString(t[:cut]) < shortestTitle {
		return t
	}
	tail := plain(strings.TrimLeft(t[cut:], " |-–—:»•"))
	if tail == plain(s.meta.named["og:site_name"]) || strings.HasSuffix(tail, ".vn") {
		return t[:cut]
	}
	for _, w := range siteWords {
		if strings.HasPrefix(tail, w) {
			return t[:cut]
		}
	}
	return t
}
