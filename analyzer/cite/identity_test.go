package cite

import (
	"strings"
	"testing"
)

func TestParseCode(t *testing.T) {
	for _, tt := range []struct{ in, code, term string }{
		{"21-KL/TW", "21-KL/TW", ""},
		{"21 - kl/tw", "21-KL/TW", ""},
		{" 21-KL/TW@XIII ", "21-KL/TW", "XIII"},
		{"21 KL TW", "21-KL/TW", ""},
		{"Kết luận số 21-KL/TW", "21-KL/TW", ""},
		{"Chỉ thị 05 của Bộ Chính trị", "05-CT/TW", ""},
		{"37-qd/tw@XIII:quy-dinh", "37-QĐ/TW", "XIII:quy-dinh"},
		{"nqtw4-xii", "NQTW4-XII", ""},
		{"21-KL/TW@", "21-KL/TW", ""},
		{"NQTW4", "NQTW4", ""},
		{"kltw4-xiii", "KLTW4-XIII", ""},
		{"NQ TW4 khóa XII", "NQTW4-XII", ""},
	} {
		r, term, ok := ParseCode(tt.in)
		if !ok || r.Code != tt.code || term != tt.term {
			t.Errorf("ParseCode(%q) = %q, %q, %v; want %q, %q", tt.in, r.Code, term, ok, tt.code, tt.term)
		}
	}
	for _, in := range []string{"", "@", "21", "21-KL", "kết luận", "NQTW", "NQTW99-XII", "21-KL/TW 22-KL/TW"} {
		if r, _, ok := ParseCode(in); ok {
			t.Errorf("ParseCode(%q) = %q, want none", in, r.Code)
		}
	}
}

func TestMatchIdentity(t *testing.T) {
	for _, tt := range []struct {
		identity, typed string
		want            bool
	}{
		{"21-KL/TW@XIII", "21-KL/TW", true}, // all terms
		{"21-KL/TW", "21 – kl/tw", true},
		{"05-CT/TW@XII", "5-CT/TW", true},
		{"21-KL/TW@XIII", "21-KL/TW@XIII", true},
		{"21-KL/TW@XIII", "21-kl/tw@xiii", true},
		{"21-KL/TW@XI", "21-KL/TW@XIII", false},
		{"21-KL/TW", "21-KL/TW@XIII", false}, // unknown is not XIII
		{"21-KL/TW", "21-KL/TW@", true},      // unknown alone
		{"21-KL/TW", " 21 - kl/tw @ ", true},
		{"21-KL/TW@XIII", "21-KL/TW@", false},
		{"22-KL/TW", "21-KL/TW@", false},
		{"107-KH/TU@quang-nam", "107-KH/TU@", false},
		{"NQTW4-XII", "NQTW4-XII@", true},
		{"21-NQ/TW@XIII", "21-KL/TW", false},
		{"37-QĐ/TW@XIII:quy-dinh", "37-QĐ/TW@XIII", true},
		{"37-QĐ/TW@XIII:quy-dinh", "37-qd/tw@quy-dinh", true},
		{"37-QĐ/TW@XIII:quy-dinh", "37-QĐ/TW@quyet-dinh", false},
		{"64-KH/HU@quang-nam/tien-phuoc", "64-KH/HU@Quảng Nam", true},
		{"64-KH/HU@quang-nam/tien-phuoc", "64-KH/HU@quang-nam/tien-phuoc", true},
		{"64-KH/HU@quang-nam/tien-phuoc", "64-KH/HU@quang", false}, // half a name
		{"64-KH/HU@quang-nam", "64-KH/HU@quang-nam/tien-phuoc", false},
		{"12/QĐ-UBND@quang-nam:2021", "12/QĐ-UBND@2021", true},
		{"05-KH/ĐU@da-nang/-/tien-phuoc", "05-KH/ĐU@Đà Nẵng", true},
		{"05-KH/ĐU@da-nang/-/tien-phuoc", "05-KH/ĐU@da-nang/-/tien-phuoc", true},
		{"05-KH/ĐU@da-nang/-/tien-phuoc", "05-KH/ĐU@da-nang/-/nui-thanh", false},
		{"05-KH/ĐU@da-nang", "05-KH/ĐU@da-nang/-", false},
		{"NQTW4-XII", "nqtw4-xii", true},
		{"NQTW4-XII", "NQTW4-XIII", false},
	} {
		if got := MatchIdentity(tt.identity, tt.typed); got != tt.want {
			t.Errorf("MatchIdentity(%q, %q) = %v, want %v", tt.identity, tt.typed, got, tt.want)
		}
	}
}

func TestExactIdentityAlone(t *testing.T) {
	for _, tt := range []struct{ identity, others, want string }{
		{"21-KL/TW", "", "21-KL/TW"},
		{"21-KL/TW", "22-KL/TW@XI", "21-KL/TW"}, // another code
		{"21-KL/TW", "21-KL/TW@XI", "21-KL/TW@"},
		{"37-QĐ/TW@quy-dinh", "37-QĐ/TW@XI:quyet-dinh", "37-QĐ/TW@quy-dinh"},
		{"37-QĐ/TW@quy-dinh", "37-QĐ/TW@XI:quy-dinh", "37-QĐ/TW@quy-dinh:"},
	} {
		if got := ExactIdentity(tt.identity, strings.Fields(tt.others)); got != tt.want {
			t.Errorf("%s beside %s: %q, want %q", tt.identity, tt.others, got, tt.want)
		}
	}
}

// What is typed for an identity matches it, and of its code nothing else.
func TestExactIdentity(t *testing.T) {
	all := []string{
		"21-KL/TW", "21-KL/TW@XI", "21-KL/TW@XIII", "107-KH/TU", "107-KH/TU@quang-nam",
		"37-QĐ/TW@quy-dinh", "37-QĐ/TW@XIII", "37-QĐ/TW@XIII:quy-dinh", "64-KH/HU@quang-nam", "64-KH/HU@quang-nam/tien-phuoc",
		"12/QĐ-UBND@quang-nam:2023", "12/QĐ-UBND@quang-nam/-:2023", "12/QĐ-UBND@quang-nam/-/tam-hiep:2023", "12/QĐ-UBND@-/tam-ky:2023",
	}
	for _, identity := range all {
		typed := ExactIdentity(identity, all)
		for _, other := range all {
			if got := MatchIdentity(other, typed); got != (other == identity) {
				t.Errorf("%q is typed for %q, and matching %q is %v", typed, identity, other, got)
			}
		}
	}
}

func TestJoinIdentity(t *testing.T) {
	for _, tt := range []struct{ want, code, where, when, what string }{
		{"21-KL/TW", "21-KL/TW", "", "", ""},
		{"21-KL/TW@XIII", "21-KL/TW", "", "XIII", ""},
		{"12/QĐ-UBND@quang-nam:2021", "12/QĐ-UBND", "quang-nam", "2021", ""},
		{"37-QĐ/TW@quy-dinh", "37-QĐ/TW", "", "", "quy-dinh"},
	} {
		got := JoinIdentity(tt.code, tt.where, tt.when, tt.what)
		if got != tt.want {
			t.Errorf("JoinIdentity(%q, %q, %q, %q) = %q, want %q", tt.code, tt.where, tt.when, tt.what, got, tt.want)
		}
		if code, _ := ParseIdentity(got); code != tt.code {
			t.Errorf("ParseIdentity(%q) has the code %q, want %q", got, code, tt.code)
		}
	}
}
