package org.gridtill.transactions;

import org.gridtill.api.adapter.terminal.Refusal;

/**
 * Why a request is refused before anything moves.
 *
 * @param refusal the reason for the terminal
 * @param words one sentence that names the rule
 */
record Objection(Refusal refusal, String words) {}
