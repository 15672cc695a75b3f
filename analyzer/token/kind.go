package token

// kindNames are the names of the kinds, as "soi analyze" prints them.
var kindNames = [...]string{
	Word: "word", Number: "number", Code: "code", Date: "date",
	Acronym: "acronym", Joined: "joined", Address: "address",
}

// String is the name of the kind: word, number, code, date, acronym, joined
// or address.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "unknown"
}
