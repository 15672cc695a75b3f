package query

import "testing"

func TestYears(t *testing.T) {
	for _, tt := range []struct {
		in       string
		from, to int
		ok       bool
	}{
		{"2021", 2021, 2021, true},
		{"2021..2023", 2021, 2023, true},
		{"2021...2023", 2021, 2023, true},
		{" 2021 - 2023 ", 2021, 2023, true},
		{"2021..", 2021, 0, true},
		{"..2023", 0, 2023, true},
		{"2023..2021", 2023, 2021, false},
		{"..", 0, 0, false},
		{"", 0, 0, false},
		{"21", 21, 21, false},
		{"-5", 0, 5, false},
		{"năm nay", 0, 0, false},
	} {
		from, to, ok := Years(tt.in)
		if ok != tt.ok || ok && (from != tt.from || to != tt.to) {
			t.Errorf("Years(%q) = %d, %d, %t, want %d, %d, %t", tt.in, from, to, ok, tt.from, tt.to, tt.ok)
		}
	}
}

func TestSwapYears(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"2023..2021", "2021..2023"},
		{"2023...2021", "2021..2023"},
		{" 2023 - 2021", "2021..2023"},
		{"2023..xưa", ""},
		{"2023", ""},
		{"..", ""},
	} {
		if got, ok := SwapYears(tt.in); got != tt.want || ok != (tt.want != "") {
			t.Errorf("SwapYears(%q) = %q, %t, want %q", tt.in, got, ok, tt.want)
		}
	}
}
