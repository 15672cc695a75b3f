package index

import (
	"bytes"
	"cmp"
	"context"
	"encoding/gob"
	"io"
	"slices"
	"strconv"

	"soi/analyzer/cite"
	"soi/index/schema"
)

// sure is the least confidence of a reference that a relation between
// directives is built on; below it one in ten is another directive.
const sure = 0.8

// A voice is what one document says of directives. The digest of its segment
// keeps it, so that no document is read for it again.
type voice struct {
	Document                           uint32 // its number in the segment
	ID, Title, Published               string
	Province, ProvinceNow, Year, Level string
	Said                               []saying // one for each directive
	Ties                               []tie
}

// A saying is what a document says of one directive.
type saying struct {
	Identity, Code, Type, Date, Issuer, Title string
	Term                                      string // congress term as written
	Time                                      string // congress term of its time: the term, or that of its date
}

// A tie is a relation that a document states.
type tie struct {
	Kind      schema.RelationKind
	From, To  string // identities; from is "" for the document itself
	FromTime  string // congress terms of their times, "" unknown
	ToTime    string
	Statement schema.Statement
}

// voiceDigest is the kind of the digest that keeps voices. Its file holds them
// one after the other as gobs, by rising numbers of documents.
const voiceDigest = "voices"

// A voiceWriter makes the digest. It writes each voice at once: one is made of
// pieces of its document's text, which must not stay in memory.
type voiceWriter struct {
	content bytes.Buffer
	encoder *gob.Encoder
	err     error // the first
}

func newVoiceWriter() digest {
	w := &voiceWriter{}
	w.encoder = gob.NewEncoder(&w.content)
	return w
}

func (w *voiceWriter) add(number uint32, d *schema.Document) {
	v := newVoice(d)
	v.Document = number
	if len(v.Said) > 0 && w.err == nil {
		w.err = w.encoder.Encode(v)
	}
}

func (w *voiceWriter) encode() ([]byte, error) { return w.content.Bytes(), w.err }

// decodeVoices reads what a voiceWriter wrote.
func decodeVoices(content []byte) ([]*voice, error) {
	var all []*voice
	for decoder := gob.NewDecoder(bytes.NewReader(content)); ; {
		v := &voice{}
		switch err := decoder.Decode(v); {
		case err == io.EOF:
			return all, nil
		case err != nil:
			return nil, err
		}
		all = append(all, v)
	}
}

// voices gives what the live documents of the view say.
func (v *view) voices(ctx context.Context) ([]*voice, error) {
	s, done, err := v.searcher(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	var live []*voice
	for _, segment := range s.engine.Segments() {
		all, err := readDigest(v, segment, voiceDigest, decodeVoices)
		if err != nil {
			return nil, err
		}
		for _, voice := range all {
			if int(voice.Document) < segment.Size() && segment.Live().Has(voice.Document) {
				live = append(live, voice)
			}
		}
	}
	return live, ctx.Err()
}

func newVoice(d *schema.Document) *voice {
	v := &voice{
		ID: d.ID, Title: d.TitleText(), Published: d.Published,
		Province: d.Province, ProvinceNow: d.ProvinceNow, Level: string(d.Level),
	}
	if d.Year != 0 {
		v.Year = strconv.Itoa(d.Year)
	}
	for _, identity := range d.Directives() {
		v.Said = append(v.Said, newSaying(d, identity))
	}
	for _, r := range d.Relations {
		if t, ok := v.newTie(d, r); ok {
			v.Ties = append(v.Ties, t)
		}
	}
	return v
}

// newSaying takes the vote of a document: of each value the one that most of
// its mentions have, of titles the first.
func newSaying(d *schema.Document, identity string) saying {
	codes, types, terms, dates, issuers := votes{}, votes{}, votes{}, votes{}, votes{}
	s := saying{Identity: identity}
	for _, r := range d.References {
		if r.Identity != identity || !d.Says(r.Span()) {
			continue
		}
		codes.add(r.Code, r.Code)
		types.add(r.Type, r.Type)
		terms.add(r.Term, r.Term)
		dates.add(r.Date, r.Date)
		if r.Issuer != "" {
			issuers.add(bodyKey(bodyName(r.Issuer)), bodyName(r.Issuer))
		}
		s.Title = cmp.Or(s.Title, r.Title)
	}
	s.Code, s.Type, s.Term, s.Date, s.Issuer = codes.most(), types.most(), terms.most(), dates.most(), issuers.most()
	s.Time = cmp.Or(s.Term, cite.TermOf(s.Date))
	return s
}

// newTie takes a relation if the mentions that state it are sure and lie in
// what the document says.
func (v *voice) newTie(d *schema.Document, r schema.Relation) (tie, bool) {
	if !d.Says(r.Evidence) || r.Evidence.Of(d.Text) == "" || !sureOf(d, r, r.To) || r.From != "" && !sureOf(d, r, r.From) && !isNumber(d, r.From) {
		return tie{}, false
	}
	sentence := sentenceAround(d.Text, r.Evidence)
	return tie{
		Kind: r.Kind, From: r.From, To: r.To, FromTime: v.timeOf(r.From), ToTime: v.timeOf(r.To),
		Statement: schema.Statement{
			Document: v.ID, Title: v.Title, Published: v.Published, Province: v.Province,
			Sentence: sentence.Of(d.Text), At: sentence.Start, Confidence: r.Confidence,
			Words: schema.Span{Start: r.Evidence.Start - sentence.Start, End: r.Evidence.End - sentence.Start},
		},
	}, true
}

// sureOf reports whether the mention of a directive within a relation's
// evidence is sure. A directive whose issuer is not known has no identity
// there, so any mention may be its.
func sureOf(d *schema.Document, r schema.Relation, identity string) bool {
	for _, m := range d.References {
		if m.Start < r.Evidence.Start || m.End > r.Evidence.End || m.Confidence < sure {
			continue
		}
		if m.Identity == identity || m.Identity == "" && nameless(identity) {
			return true
		}
	}
	return false
}

// isNumber reports whether a directive is the document itself, by the number in
// its head, which stands outside of a relation's words.
func isNumber(d *schema.Document, identity string) bool {
	e := d.Evidence[schema.FieldLevel]
	return e.Rule == schema.RuleOwnNumber && e.Span != nil && slices.ContainsFunc(d.References, func(r schema.Reference) bool {
		return r.Identity == identity && r.Start <= e.Span.Start && e.Span.End <= r.End && r.Confidence >= sure
	})
}

// timeOf is the congress term of the time of a directive, as far as the
// document tells.
func (v *voice) timeOf(identity string) string {
	for _, s := range v.Said {
		if s.Identity == identity {
			return s.Time
		}
	}
	return ""
}
