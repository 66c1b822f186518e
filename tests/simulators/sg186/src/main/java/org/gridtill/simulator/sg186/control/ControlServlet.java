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

      GET    payments                    all payments and reversals, in the order they came
      GET    totals                      payments by state: count and amount
      GET    consumers?limit=&from=&date=  consumers that owe something
      GET    consumers/NUMBER?date=      a consumer and what it owes
      GET    exchanges?last=&indent=true the last SOAP exchanges
      GET    faults                      the faults to come
      POST   faults?kind=&operation=&calls=&millis=&code=&seconds=
                                         kind: delay, delay-answer, refuse, lose-before, lose-after,
                                         duplicate, down
      DELETE faults                      no more faults, and up again
      POST   reset                       no payments, no faults, all bills unpaid
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
    if (path.startsWith("consumers/")) {
      return control.consumer(path.substring("consumers/".length()), argument);
    }
    return switch (path) {
      case "" -> Optional.of(HELP);
      case "payments" -> Optional.of(control.payments());
      case "totals" -> Optional.of(control.totals());
      case "consumers" -> Optional.of(control.consumers(argument));
      case "exchanges" -> Optional.of(control.exchanges(argument));
      case "faults" -> Optional.of(control.faults());
      default -> Optional.empty();
    };
  }

  private Optional<String> post(String path, Function<String, String> argument) {
    return switch (path) {
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
