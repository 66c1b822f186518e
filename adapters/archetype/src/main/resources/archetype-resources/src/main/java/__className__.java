package ${package};

import org.gridtill.api.adapter.GridTillAdapter;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.adapter.text.TextAdapter;
import org.gridtill.api.adapter.text.TextMessage;
import org.osgi.service.component.annotations.Component;

/** Speaks to terminals in lines of text, as PROTOCOL.md lays it down. */
@Component(service = TerminalAdapter.class)
@GridTillAdapter(adapter = "${adapter}", vendor = "${vendor}")
public final class ${className} extends TextAdapter {

  @Override
  protected Request request(TextMessage message) {
    Origin origin =
        new Origin(
            message.text("terminal"),
            message.text("agency"),
            message.text("batch"),
            message.text("trace"));
    return switch (message.text("request")) {
      case "sign-on" -> new Request.SignOn(origin);
      case "bills" -> new Request.QueryBills(origin, message.consumer("consumer"));
      case "pay" ->
          new Request.PayBills(origin, message.consumer("consumer"), message.amount("amount"));
      default -> throw new IllegalArgumentException("unknown request");
    };
  }

  @Override
  protected TextMessage answer(Reply reply) {
    if (reply instanceof Reply.SignedOn on) {
      return ok().with("batch", on.batchNo())
          .with("key", on.macKey().cryptogram())
          .with("check", on.macKey().checkValue());
    }
    if (reply instanceof Reply.Bills bills) {
      return ok().with("name", bills.statement().name()).with("due", bills.statement().totalDue());
    }
    if (reply instanceof Reply.Paid paid) {
      return ok().with("serial", paid.payment().serialNo())
          .with("receipt", paid.payment().receiptText());
    }
    if (reply instanceof Reply.InDoubt doubt) {
      return TextMessage.of("status", "in-doubt").with("serial", doubt.serialNo());
    }
    return refused(Refusal.SYSTEM_ERROR, "The system is not available. Try later.");
  }
}
