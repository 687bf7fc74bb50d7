package store

// listFaults is what can be wrong with the tables of lists: a query that gives articles,
// and what is wrong with them.
var listFaults = []struct{ query, fault string }{
	{"SELECT DISTINCT article FROM origin WHERE article NOT IN (SELECT article FROM card)",
		"is on no list"},
	{`SELECT card.article FROM card JOIN article ON article.id = card.article JOIN origin ON origin.seq =
			(SELECT max(seq) FROM origin WHERE origin.article = card.article)
		WHERE card.seq <> origin.seq OR card.source <> origin.source OR card.fetched <> origin.fetched OR size <> octet_length(text)`,
		"is listed as another than it is"},
	{"SELECT article FROM card WHERE outdated <> " + readSince,
		"is listed as older or newer than it is"},
	{`SELECT article FROM card LEFT JOIN (SELECT card AS number, count(*) FILTER (WHERE state = 'decided') AS decided,
			count(*) FILTER (WHERE state = 'guessed') AS guessed, count(*) FILTER (WHERE state = 'unknown') AS unknown, count(*) AS quotations FROM said GROUP BY card) AS counted USING (number)
		WHERE card.decided <> coalesce(counted.decided, 0) OR card.guessed <> coalesce(counted.guessed, 0) OR card.unknown <> coalesce(counted.unknown, 0)
			OR coalesce(quotations, 0) <> card.decided + card.guessed + card.unknown`,
		"has other quotations than were counted"},
	{`SELECT article FROM card WHERE number IN (SELECT card FROM said WHERE party <> ''
			AND NOT EXISTS (SELECT 1 FROM voice WHERE voice.card = said.card AND voice.party = said.party))`,
		"has a speaker without a name"},
}

// lists notes a fault for each article that lists would show as it is not.
func (c *check) lists() error {
	for _, f := range listFaults {
		articles, err := column[string](c.p, f.query)
		if err != nil {
			return err
		}
		for _, article := range articles {
			c.fault("%s %s; run «rawi check --rebuild»", ofArticle(article), f.fault)
		}
	}
	return nil
}

// remakeLists makes cards anew, and forgets what was found in articles, which is found
// again when it is needed.
func remakeLists(p *prepared, s *spellings) error {
	for _, statement := range []string{"DELETE FROM said", "DELETE FROM voice", s.forgetWords, "DELETE FROM card"} {
		if _, err := p.exec(statement); err != nil {
			return err
		}
	}
	return makeCards(p, s.start)
}
