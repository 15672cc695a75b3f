package bigram

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"soi/analyzer/viet"
)

func tableOf(documents ...string) *Table {
	c := NewCounter()
	for _, d := range documents {
		c.Add(strings.Split(d, "|"))
	}
	return c.Table()
}

// restored restores a text whose words have no marks; "?" is a word that the
// model does not have, "*" marks one that it knows beside no neighbour.
func (m Model) restored(text string) string {
	typed := []Typed{{Start, viet.Exact}}
	for _, w := range strings.Fields(text) {
		typed = append(typed, Typed{w, viet.ASCII})
	}
	var all []string
	for _, r := range m.Restore(typed)[1:] {
		switch {
		case r.Text == "":
			all = append(all, "?")
		case !r.Seen:
			all = append(all, r.Text+"*")
		default:
			all = append(all, r.Text)
		}
	}
	return strings.Join(all, " ")
}

func TestRestore(t *testing.T) {
	m := Model{tableOf(
		"Đảng viên tự soi, tự sửa. Chi bộ tư vấn.",
		"Sửa đường; con sói uống sữa. Đường sữa, tự do, tự do.",
		"tu soi tu sua tu soi tu sua dang vien tu soi", // typed without marks: teaches nothing
	)}
	for _, tt := range []struct{ typed, want string }{
		{"tu soi tu sua", "tự soi tự sửa"},
		{"tu van", "tư vấn"},
		{"con soi", "con sói"},
		{"dang vien", "đảng viên"},
		{"sua duong", "sửa đường"},
		{"duong sua", "đường sữa"},
		{"tu", "tự*"},                              // the most frequent
		{"van sua", "vấn* sửa*"},                   // never side by side, nor over the end of a sentence
		{"chi bo lenin tu soi", "chi bộ ? tự soi"}, // goes on behind what is not known
		{"", ""},
	} {
		if got := m.restored(tt.typed); got != tt.want {
			t.Errorf("%q is restored to %q, want %q", tt.typed, got, tt.want)
		}
	}
	if got := Model(nil).restored("tu soi"); got != "? ?" {
		t.Errorf("a model of nothing restores %q", got)
	}
}

// Marks that were typed stay: shapes bound the tones, and words their
// neighbours.
func TestRestoreTyped(t *testing.T) {
	m := Model{tableOf("nghị quyết, nghỉ phép, nghi ngờ, quyết nghị, phòng nghỉ, phòng nghỉ")}
	for _, tt := range []struct {
		typed []Typed
		want  string
	}{
		{[]Typed{{"nghi", viet.ASCII}, {"quyêt", viet.Toneless}}, "nghị quyết"},
		{[]Typed{{"phòng", viet.Exact}, {"nghi", viet.ASCII}}, "phòng nghỉ"},
		{[]Typed{{"nghị", viet.Exact}}, "nghị"},
		{[]Typed{{"quyet", viet.Toneless}}, ""}, // as it stands
	} {
		var got []string
		for _, r := range m.Restore(tt.typed) {
			got = append(got, r.Text)
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%v is restored to %q, want %q", tt.typed, s, tt.want)
		}
	}
}

// Tables of segments count together as one of all their documents.
func TestModelSums(t *testing.T) {
	one, two := "Tự soi, tự sửa; tư vấn.", "Tự sửa lỗi. Tư nhân, tư vấn, con sói, sói con."
	apart, whole := Model{tableOf(one), tableOf(two)}, Model{tableOf(one, two)}
	for _, typed := range []string{"tu soi tu sua", "tu van", "con soi", "tu nhan loi", "sua loi tu"} {
		if a, b := apart.restored(typed), whole.restored(typed); a != b {
			t.Errorf("%q: %q from two tables, %q from one", typed, a, b)
		}
	}
}

// Numbers are one word, and sentences have a start.
func TestContext(t *testing.T) {
	m := Model{tableOf("Hạn là 5 ngày. Hạn là 30 ngày. Làm ngay, làm ngay, làm ngay. Ảnh đẹp! Ảnh cưới? Của anh, của anh, của anh.")}
	typed := []Typed{{Number, viet.Exact}, {"ngay", viet.ASCII}}
	if got := m.Restore(typed)[1]; got.Text != "ngày" || got.Seen {
		t.Errorf("behind a number: %+v, want ngày, beside no word", got)
	}
	if got := m.restored("anh"); got != "ảnh*" {
		t.Errorf("at the start: %q, want ảnh", got)
	}
}

// A table keeps within its bounds, and what it keeps is what comes most.
func TestBounds(t *testing.T) {
	c := NewCounter()
	var b strings.Builder
	for i := range 300_000 { // random letters, each pair once
		fmt.Fprintf(&b, "ằ%x ", i*7919)
	}
	c.Add([]string{b.String(), strings.Repeat("tự soi. ", 10)})
	table := c.Table()
	if len(table.words) > mostWords || len(table.next) > leastPairs {
		t.Errorf("%d words, %d pairs", len(table.words), len(table.next))
	}
	if got := (Model{table}).restored("tu soi"); got != "tự soi" {
		t.Errorf("tu soi is restored to %q", got)
	}
	if len(c.pairs) > mostCounted {
		t.Errorf("%d pairs are kept while counting", len(c.pairs))
	}
}

func TestEncode(t *testing.T) {
	for _, table := range []*Table{tableOf(), tableOf("Tự soi, tự sửa. 5 ngày|Chi bộ tư vấn"), Questions()} {
		again, err := Decode(table.Encode())
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(again, table) && len(table.words) > 0 {
			t.Errorf("decoded %+v, want %+v", again, table)
		}
	}
}

// Bytes that are missing or too many are an error; damaged ones are that, or
// another table that works.
func TestDecodeDamaged(t *testing.T) {
	whole := tableOf("Tự soi, tự sửa. 5 ngày|Chi bộ tư vấn, tự soi").Encode()
	for n := range whole {
		if _, err := Decode(whole[:n]); err == nil {
			t.Errorf("the first %d of %d bytes are a table", n, len(whole))
		}
	}
	if _, err := Decode(append(bytes.Clone(whole), 0)); err == nil {
		t.Error("a byte too many is none")
	}
	for i := range whole {
		for bit := range 8 {
			b := bytes.Clone(whole)
			b[i] ^= 1 << bit
			if table, err := Decode(b); err == nil {
				Model{table}.restored("tu soi tu sua van")
			}
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(tableOf("Tự soi, tự sửa. 5 ngày|Chi bộ tư vấn").Encode())
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		table, err := Decode(b)
		if err != nil {
			return
		}
		Model{table, Questions()}.restored("tu soi tu sua ngay")
		if again, err := Decode(table.Encode()); err != nil || !reflect.DeepEqual(again, table) {
			t.Errorf("%v decodes to %+v, and encoded again to %+v, %v", b, table, again, err)
		}
	})
}
