// Package cite is the grammar of Vietnamese directive codes and dates: it
// finds them in running text, with byte spans, and gives each a canonical
// form by which two spellings meet.
//
//	Kết luận số 21-KL/TW, ngày 25/10/2021   a code, with type word and date
//	kết luận 21 – kl / tw                   the same code, typed badly
//	Chỉ thị số 05 của Bộ Chính trị          a short form: type, number, body
//	Nghị quyết Trung ương 4 (khóa XII)      a plenum's resolution
//
// Codes come in five shapes. Numbers have one to five digits and may end in a
// letter ("24a"); a dash may be any dash, with a space on either side.
//
//	Party    21-KL/TW           number-TYPE/ISSUER
//	state    1600/QĐ-TTg        number/TYPE-ISSUER[-ISSUER…]
//	         30/2020/NĐ-CP      number/year/TYPE-ISSUER[-ISSUER…]
//	law      41/2024/QH15       number/year/QHterm or UBTVQHterm
//	letter   1014/UBND-NC       number/ISSUER-UNIT // công văn
//	old      64-CP, 43/CP       number and CP, HĐBT, TTg or CTN
//
// A type and a number alone are a directive ("theo chỉ thị 05, …") or a count
// ("quyết định 3 vấn đề"). Find takes them where the word after the number
// tells; FindLoose gives the doubtful ones too, for a document to settle.
//
// Damage is repaired where a known type and a known issuer stand in their
// places: other dashes and separators, small letters, "26NQTW", what scanners
// read for digits, a code broken into two lines, a type that stands in words
// only ("Quyết định 08/2013/UBND"). A point, an underscore or nothing where a
// dash or slash belongs ("30.2020/NĐ-CP", "18_NQ/TW", "30/2020/NĐCP") needs a
// slash elsewhere, or its type in words before it, and capitals too: dates,
// sections and names of files look like that.
//
// The package is a hand-made scanner: it stops at digits only and looks a
// bounded way back and ahead from each, so its time is linear in the text
// whatever the text holds. It knows single phrases, not documents; resolving
// a short form against the rest of a document is the work of package
// ingest/directive.
package cite
