package cite

// A Reference is one mention of a directive in a text.
type Reference struct {
	Start, End  int    // byte offsets into the text
	Raw         string // as written: text[Start:End]
	Code        string // canonical display form, "05-CT/TW"; "" unknown
	Key         string // comparison form of Code, "5-CT/TW"; "" unknown
	Type        string // Vietnamese name of the type, "Kết luận"; "" unknown
	TypeWritten bool   // the type stands in words (or as "CT 05-CT/TW") before the number, and can be no other
	Abbr        string // abbreviation of the type, "KL"; "" where the code has none
	Number      string // as displayed, at least two digits: "05", "24a"
	Issuer      string // abbreviation of the issuer, "TW"; "" unknown
	CityIssuer  string // Issuer if the city whose Thành ủy it is is under the Centre, "TU"; "" elsewhere
	Body        string // issuer in words as written, "Ban Bí thư"; "" none
	Place       string // place that the body is of, as written: "tỉnh Quảng Nam"; "" none
	Date        string // ISO date of the directive as written beside it; "" none
	Term        string // congress term of a central Party directive, "XIII"; "" unknown
	Year        int    // year in the code, else of Date or beside it in words; 0 unknown
	Kind        Kind
	Bare        bool    // a type and a number alone: a count, unless the document names that directive elsewhere
	Confidence  float64 // 0 to 1
}

// A Kind says how a directive was named.
type Kind string

// The ways to name a directive. Find and FindLoose return the first three; the
// others need a whole document.
const (
	KindCode    Kind = "code"    // by its code: 21-KL/TW
	KindNumber  Kind = "number"  // by type and number: Kết luận số 21
	KindPlenum  Kind = "plenum"  // by its plenum: Nghị quyết Trung ương 4 khóa XII
	KindAlias   Kind = "alias"   // by a name declared in the document
	KindAnaphor Kind = "anaphor" // by a pointing word: Kết luận này
)
