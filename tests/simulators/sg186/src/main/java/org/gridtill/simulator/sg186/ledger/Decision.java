package org.gridtill.simulator.sg186.ledger;

import java.util.List;
import java.util.Optional;
import org.gridtill.api.adapter.card.CardWrite;
import org.gridtill.simulator.sg186.contract.types.ResultCode;

/** What the rules say to a call. */
record Decision(ResultCode code, Effect effect) {

  static Decision refused(ResultCode code) {
    return new Decision(code, Effect.NONE);
  }

  static Decision done() {
    return new Decision(ResultCode.DONE, Effect.NONE);
  }

  static Decision settled(List<Due> dues) {
    return new Decision(ResultCode.DONE, new Effect(dues, 0, Optional.empty()));
  }

  static Decision sold(int purchaseCount) {
    return new Decision(ResultCode.DONE, new Effect(List.of(), purchaseCount, Optional.empty()));
  }

  static Decision written(CardWrite script) {
    return new Decision(
        ResultCode.DONE,
        new Effect(List.of(), script.wallet().purchaseCount(), Optional.of(script)));
  }
}
