package org.gridtill.simulator.sg186.control;

import java.io.IOException;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** The control interface over HTTP: plain text, arguments in the query. */
public final class ControlServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final String HELP =
      """
      The control interface of the SG186 simulator

      GET    payments                    all transactions and reversals, in the order they came
      GET    totals                      transactions by state: count and amount
      GET    consumers?limit=&from=&date=  consumers that owe something
      GET    consumers/NUMBER?date=      a consumer and what it owes
      GET    meters/NUMBER?date=         what is known of a consumer's prepayment meter
      POST   meters?answer=              how meters answer what is sent to them: now, later, refuse;
                                         or let those answer that have not: take-pending,
                                         refuse-pending
      GET    cards/SERIAL                what was reported on the card of a sale
      GET    balances/NUMBER             a consumer's prepaid balance
      POST   balances/NUMBER?use=        use a part of it
      GET    days?date=                  the day in which something for that day is booked
      POST   days?date=                  close that accounting day, and all before it
      GET    exchanges?last=&indent=true the last SOAP exchanges
      GET    faults                      the faults to come
      POST   faults?kind=&operation=&calls=&millis=&code=&seconds=
                                         kind: delay, delay-answer, refuse, day-end, lose-before,
                                         lose-after, duplicate, down
      DELETE faults                      no more faults, and up again
      POST   reset                       no transactions, no faults, all bills unpaid
      """;

  private final transient Control control;

  /** Makes the servlet. */
  public ControlServlet(Control control) {
    this.control = control;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(response, () -> get(path(request), request::getParameter));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(response, () -> post(path(request), request::getParameter));
  }

  @Override
  protected void doDelete(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(
        response,
        () ->
            path(request).equals("faults") ? Optional.of(control.clearFaults()) : Optional.empty());
  }

  private Optional<String> get(String path, Function<String, String> argument) {
    int slash = path.indexOf('/');
    if (slash >= 0) {
      return getOne(path.substring(0, slash), path.substring(slash + 1), argument);
    }
    return switch (path) {
      case "" -> Optional.of(HELP);
      case "payments" -> Optional.of(control.payments());
      case "totals" -> Optional.of(control.totals());
      case "consumers" -> Optional.of(control.consumers(argument));
      case "exchanges" -> Optional.of(control.exchanges(argument));
      case "faults" -> Optional.of(control.faults());
      case "days" -> Optional.of(control.field().booking(argument));
      default -> Optional.empty();
    };
  }

  private Optional<String> getOne(String kind, String name, Function<String, String> argument) {
    return switch (kind) {
      case "consumers" -> control.consumer(name, argument);
      case "meters" -> control.field().meter(name, argument);
      case "cards" -> control.field().cardReport(name);
      case "balances" -> Optional.of(control.field().balance(name));
      default -> Optional.empty();
    };
  }

  private Optional<String> post(String path, Function<String, String> argument) {
    if (path.startsWith("balances/")) {
      String consumerNo = path.substring("balances/".length());
      return Optional.of(control.field().useBalance(consumerNo, argument));
    }
    return switch (path) {
      case "meters" -> Optional.of(control.field().answerMeters(argument));
      case "days" -> Optional.of(control.field().closeDay(argument));
      case "faults" -> Optional.of(control.addFault(argument));
      case "reset" -> Optional.of(control.reset());
      default -> Optional.empty();
    };
  }

  private static String path(HttpServletRequest request) {
    String path = request.getPathInfo();
    return path == null ? "" : path.substring(1);
  }

  private static void answer(HttpServletResponse response, Action action) throws IOException {
    response.setContentType("text/plain;charset=utf-8");
    try {
      Optional<String> text = action.run();
      response.setStatus(text.isPresent() ? HttpServletResponse.SC_OK : 404);
      response.getWriter().print(text.orElse("no such thing; GET / for help\n"));
    } catch (IllegalArgumentException | DateTimeException e) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      response.getWriter().print(e.getMessage() + "\n");
    }
  }

  private interface Action {
    Optional<String> run();
  }
}
