package ratio

import (
	"regexp"
	"strings"

	"soi/analyzer/viet"
)

// A clause is a sentence with what stands in it.
type clause struct {
	text      string
	quotients []quotient
	percents  []percent

	vote, voteAsked bool // see isVote
}

const (
	longestGap    = 240 // bytes between a quotient and a percentage that is its sum
	longestDoubt  = 12  // words between them where it is not
	smallestWhole = 6   // below, a quotient that does not work out is rather a fraction: 2/3 of a body
)

// The words that lead to a percentage, before the number.
const (
	around = `(?:khoảng|gần|hơn|trên|dưới|xấp xỉ|ước|chừng|tới|ngót|quá|trung bình)`
	rate   = `(?:tỷ|tỉ) (?:lệ|trọng)`
	leads  = `(?:đạt|chiếm|bằng|tương đương|tương ứng|` + rate + `)`
)

var (
	// lead is the end of a gap that leads to its percentage.
	lead = regexp.MustCompile(`(?:\( ?|(?:^|[ ,(])` + leads + `)(?:[ :=]|` + leads + `|là|` + around + `)*$`)

	// namedRate is a rate that has a name: "(tỷ lệ trúng thầu 90%)".
	namedRate = regexp.MustCompile(`\( ?` + rate + `(?: \pL+){1,4} $`)

	approximate = regexp.MustCompile(around + ` $`)

	// otherBase are words between quotient and percentage that begin to speak
	// of something else.
	otherBase = regexp.MustCompile(`(?:^| )(?:trong đó|còn|riêng|với|cho|nâng|tăng|giảm|vượt|lần lượt|` + rate + `)(?: |$)`)

	// timeWord is a word before the day and month of a date.
	timeWord = regexp.MustCompile(`(?:^| )(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|nay|qua|phiên|đến|hết|từ|tới|trước|sau|tháng|quý|đợt|kỳ|tuần|mùng|lúc|và|số) ?$`)

	// shift is the unit of 24/24 and of marks given in stars.
	shift = regexp.MustCompile(`^ (?:giờ|h|sao|ngày)(?:\PL|$)`)

	// vote are words of ballots, whose percentage is often of all members and
	// not of those who were there.
	vote = regexp.MustCompile(`(?:phiếu|tán thành|biểu quyết|bầu|đại biểu|tín nhiệm)`)

	blanks = regexp.MustCompile(`[\s\x{a0}]+`)
	digits = regexp.MustCompile(`[0-9]+`)
	years  = regexp.MustCompile(`(?:năm|nhiệm kỳ|giai đoạn|khóa|khoá) (?:19|20)[0-9]{2}(?: ?[-–] ?(?:19|20)[0-9]{2})?`)
)

// pairs joins quotients and percentages, each at most once. Both lists are
// gone through once.
func (s *clause) pairs() []pair {
	var found []pair
	rest := s.quotients
	for _, p := range s.percents {
		n := 0
		for n < len(rest) && rest[n].end <= p.start {
			n++
		}
		waiting := rest[:n] // quotients since the percentage before
		rest = rest[n:]
		if len(rest) > 0 && s.behind(p, rest[0]) {
			found = append(found, pair{rest[0], p, holds(rest[0], p, false)})
			rest = rest[1:]
			continue
		}
		if n == 0 {
			continue
		}
		if made, ok := s.join(waiting[n-1], p, n == 1); ok {
			found = append(found, made)
		}
	}
	return found
}

// behind reports whether a quotient opens the parenthesis right behind a
// percentage: "78,65% (1.352/1.719 chi bộ)".
func (s *clause) behind(p percent, q quotient) bool {
	if q.start < p.end || q.start-p.end > nearby || strings.Map(dropBlank, s.text[p.end:q.start]) != "(" {
		return false
	}
	return s.plausible(q) && (holds(q, p, false) || !s.fraction(q) && q.part < q.whole && !s.isVote())
}

func dropBlank(r rune) rune {
	if r == ' ' || r == '\u00a0' {
		return -1
	}
	return r
}

// join decides whether a percentage is that of the nearest quotient before
// it. alone says that no other quotient waits for one.
func (s *clause) join(q quotient, p percent, alone bool) (pair, bool) {
	if p.start-q.end > longestGap || !s.plausible(q) {
		return pair{}, false
	}
	gap := plain(s.text[q.end:p.start])
	if strings.Contains(gap, ";") || digits.MatchString(years.ReplaceAllString(gap, "")) {
		return pair{}, false
	}
	led := lead.FindStringIndex(gap)
	if led == nil && !namedRate.MatchString(gap) {
		return pair{}, false
	}
	if holds(q, p, approximate.MatchString(gap)) {
		return pair{q, p, true}, true
	}
	if led == nil || !alone || !s.doubtful(q, p, gap[:led[0]]) {
		return pair{}, false
	}
	return pair{q, p, false}, true
}

// plain is s as the patterns read it: lower case, composed, single blanks.
func plain(s string) string {
	return blanks.ReplaceAllString(viet.Fold(strings.ToValidUTF8(s, ""), viet.Exact), " ")
}

// plausible refuses what has the form of a quotient and is none: months of a
// year, years, 24/24 giờ, 5/5 sao.
func (s *clause) plausible(q quotient) bool {
	return !q.yearLike && !shift.MatchString(plain(near(s.text[q.end:])))
}

// nearby is how many bytes around a quotient hold the word next to it. A
// letter that this cuts is dropped, which no pattern minds.
const nearby = 24

func near(s string) string { return s[:min(len(s), nearby)] }

// doubtful reports whether a quotient and a percentage that is not its sum
// stand so close that a reader would take the one for the other. gap is what
// lies between, without the words that lead to the percentage.
func (s *clause) doubtful(q quotient, p percent, gap string) bool {
	switch {
	case q.part > q.whole || q.part == q.whole: // of a plan, or of other people
		return false
	case s.fraction(q) || s.day(q):
		return false
	case len(strings.Fields(gap)) > longestDoubt || otherBase.MatchString(gap):
		return false
	case p.value < q.sum() && s.isVote():
		return false
	}
	return s.ends(p.end)
}

// isVote reports whether the clause speaks of a ballot.
func (s *clause) isVote() bool {
	if !s.voteAsked {
		s.vote, s.voteAsked = vote.MatchString(plain(s.text)), true
	}
	return s.vote
}

// fraction reports whether a quotient may be a fraction or a scale: 2/3 of
// the members, a map of 1/500.
func (s *clause) fraction(q quotient) bool { return q.whole < smallestWhole || q.part <= 1 }

// day reports whether a quotient may be a day and a month.
func (s *clause) day(q quotient) bool {
	if !q.dayLike {
		return false
	}
	before := plain(s.text[max(0, q.start-nearby):q.start])
	behind := strings.TrimLeft(s.text[q.end:], " \u00a0")
	return timeWord.MatchString(before) || behind == "" || strings.ContainsAny(behind[:1], ",.;:)")
}

// ends reports whether nothing is said of a percentage that ends at byte i:
// "81% kế hoạch" and "81% tổng số" name a base of their own.
func (s *clause) ends(i int) bool {
	rest := strings.TrimLeft(s.text[i:], " \u00a0")
	return rest == "" || strings.ContainsAny(rest[:1], "),.;!?")
}
