/** An answer of generate_insights with a name wherever records or models may have put one, and a note of its own. */
export function insightsAnswer(name: string, note = "") {
  const dayOf = (index: number) => new Date(Date.UTC(2026, 0, 5 + index)).toISOString().slice(0, 10);
  const insight = (type: string, impact: string, { points = 0, days = 0, analysis = "trend" } = {}) => ({
    id: `${type}-1`,
    type,
    title: `New leads from ${name}`,
    description: `${name} rose by 38 % (90 % interval 21 to 55), from 21 to 29 a week.`,
    confidence: 0.93,
    impact,
    recommendations: [`Bring ${name} more of them.`],
    dataPoints: Array.from({ length: points }, (_, i) => ({
      label: days > 0 ? dayOf(days * i) : `${name} ${i}`,
      value: 20 + 9 * Math.sin(i) + i,
      n: 40 + i,
      ids: [name],
    })),
    createdAt: "2026-11-21T09:00:00.000Z",
    evidence: {
      analysis,
      metric: name,
      group: name,
      at: name,
      numbers: { first_level: 21, [name]: 1 },
    },
  });
  return {
    insights: [
      insight("TREND_ANALYSIS", "HIGH", { points: 13, days: 7 }),
      insight("ANOMALY_DETECTION", "MEDIUM", { points: 26, days: 1 }),
      insight("PERFORMANCE_COMPARISON", "LOW", { points: 4, analysis: "period" }),
      insight(name, name),
    ],
    trends: [
      { name: "new_leads", title: name, value: 412, unit: "in the period", n: 412, change: 0.18 },
      { name: "win_rate", title: name, value: 0.243, unit: "share", n: 120, change: -0.1 },
      { name: "won", title: name, value: null, unit: name, n: 3, change: null },
    ],
    recommendations: [`Answer ${name} today.`],
    period: {
      from: "2026-07-31T22:00:00.000Z",
      to: "2026-10-31T23:00:00.000Z",
      grain: "day",
      time_zone: "Europe/Berlin",
    },
    compared_with: { previous: { from: name, to: name }, last_year: null },
    too_few: [`win_rate of ${name}: 7 leads ended; 20 are needed`],
    notes: [name, note],
    engine: name,
    replay: { handle: name, data_hash: name },
  };
}

/** An answer of explain_score with a name wherever records or models may have put one, and a note of its own. */
export function scoreAnswer(name: string, note = "") {
  const factor = (points: number) => ({ name, value: name, points, impact: "HIGH", evidence: [name] });
  return {
    contact: { contact_id: name, external_id: name, name, company: name },
    score: 72.4,
    probability: 0.724,
    low: 0.58,
    high: 0.83,
    band: "A",
    confidence: 0.81,
    outcome: null,
    explanation: `${name} has many seats.`,
    factors: [factor(31.2), factor(18.4), factor(-7.1), factor(3.3), factor(-1.2), factor(27.8)],
    recommendations: [`Call ${name}.`],
    improvement_suggestions: [`Ask ${name}: about +4.0 points, 90 % interval +1.0 to +7.0`],
    comparable_leads: [`${name}: won`],
    evidence: [
      { factors: [name], interaction_id: name, at: "2026-03-01T09:00:00Z", what: name, quote: name },
    ],
    history: [61, 58, 66, 72].map((score, i) => ({ at: `2026-0${i + 1}-01T00:00:00Z`, score })),
    change: { text: `${name} wrote.` },
    caveats: [name, note],
    engine: name,
    as_of: "2026-11-21T09:00:00.000Z",
  };
}
