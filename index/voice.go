package index

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"soi/analyzer/cite"
	"soi/index/internal/column"
	"soi/index/internal/postings"
	"soi/index/schema"
)

// sure is the least confidence of a reference that a relation between
// directives is built on; below it one in ten is another directive.
const sure = 0.8

// A voice is what one document says of directives. It is kept with its
// segment, so that after an update only new segments are read.
type voice struct {
	id, title, published               string
	province, provinceNow, year, level string
	said                               []saying // one for each directive
	ties                               []tie
}

// A saying is what a document says of one directive.
type saying struct {
	identity, code, typ, date, issuer, title string
	term                                     string // congress term as written
	time                                     string // congress term of its time: the term, or that of its date
}

// A tie is a relation that a document states.
type tie struct {
	kind      schema.RelationKind
	from, to  string // identities; from is "" for the document itself
	fromTime  string // congress terms of their times, "" unknown
	toTime    string
	statement schema.Statement
}

// voices reads what the documents of the view say.
func (v *view) voices(ctx context.Context) ([]*voice, error) {
	s, done, err := v.searcher(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	var all []*voice
	for i, segment := range s.engine.Segments() {
		read := func(document uint32) (*voice, error) {
			id, err := segment.ID(document)
			if err != nil {
				return nil, err
			}
			d, err := v.read(s.reader, id)
			if err != nil {
				return nil, err
			}
			return newVoice(&d), ctx.Err()
		}
		voices, err := segmentVoices(segment, i, s.columns[fieldDirective], read)
		if err != nil {
			return nil, err
		}
		all = append(all, voices...)
	}
	return all, nil
}

// segmentVoices gives the voices of a segment's live documents. They are kept
// by their numbers; a document that was not live when they were read, and is
// in another generation, is read again.
func segmentVoices(segment *postings.Segment, i int, directives *column.Column, read func(document uint32) (*voice, error)) ([]*voice, error) {
	live := segment.Live().Append(nil)
	kept, err := postings.Keep(segment, "voices", func() (map[uint32]*voice, error) {
		made := map[uint32]*voice{}
		for _, document := range live {
			if !directives.Has(i, document) {
				continue
			}
			said, err := read(document)
			if err != nil {
				return nil, err
			}
			made[document] = said
		}
		return made, nil
	})
	if err != nil {
		return nil, err
	}
	var all []*voice
	for _, document := range live {
		if !directives.Has(i, document) {
			continue
		}
		said := kept[document]
		if said == nil {
			if said, err = read(document); err != nil {
				return nil, err
			}
		}
		all = append(all, said)
	}
	return all, nil
}

func newVoice(d *schema.Document) *voice {
	v := &voice{
		id: strings.Clone(d.ID), title: strings.Clone(d.TitleText()), published: d.Published,
		province: d.Province, provinceNow: d.ProvinceNow, level: string(d.Level),
	}
	if d.Year != 0 {
		v.year = strconv.Itoa(d.Year)
	}
	for _, identity := range d.Directives() {
		v.said = append(v.said, newSaying(d, identity))
	}
	for _, r := range d.Relations {
		if t, ok := v.newTie(d, r); ok {
			v.ties = append(v.ties, t)
		}
	}
	return v
}

// newSaying takes the vote of a document: of each value the one that most of
// its mentions have, of titles the first.
func newSaying(d *schema.Document, identity string) saying {
	codes, types, terms, dates, issuers := votes{}, votes{}, votes{}, votes{}, votes{}
	s := saying{identity: identity}
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
		s.title = cmp.Or(s.title, r.Title)
	}
	s.code, s.typ, s.term, s.date, s.issuer = codes.most(), types.most(), terms.most(), dates.most(), issuers.most()
	s.time = cmp.Or(s.term, cite.TermOf(s.date))
	return s
}

// newTie takes a relation if the mentions that state it are sure and lie in
// what the document says.
func (v *voice) newTie(d *schema.Document, r schema.Relation) (tie, bool) {
	if !d.Says(r.Evidence) || r.Evidence.Of(d.Text) == "" || !sureOf(d, r, r.To) || r.From != "" && !sureOf(d, r, r.From) {
		return tie{}, false
	}
	sentence := sentenceAround(d.Text, r.Evidence)
	return tie{
		kind: r.Kind, from: r.From, to: r.To, fromTime: v.timeOf(r.From), toTime: v.timeOf(r.To),
		statement: schema.Statement{
			Document: v.id, Title: v.title, Published: v.published, Province: v.province,
			Sentence: strings.Clone(sentence.Of(d.Text)), At: sentence.Start, Confidence: r.Confidence,
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

// timeOf is the congress term of the time of a directive, as far as the
// document tells.
func (v *voice) timeOf(identity string) string {
	for _, s := range v.said {
		if s.identity == identity {
			return s.time
		}
	}
	return ""
}
