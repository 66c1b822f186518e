package org.gridtill.shell;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.audit.AuditTrail;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.Limits;
import org.gridtill.api.platform.people.People;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.time.PlatformClock;

/**
 * An agency and those below it, with their collectors and terminals. Whoever is restricted to it
 * gets services that know nothing else: what is outside looks as if it did not exist.
 */
final class UnitScope {

  /** Higher than anybody stands; a ring in the data must not hold a command for ever. */
  private static final int HIGHEST = 100;

  /** Services without anything of an agency in them, or reached through restricted ones only. */
  private static final List<Class<?>> FREE =
      List.of(AuditTrail.class, PlatformClock.class, People.class, Session.class, Journal.class);

  private final Credit credit;
  private final String unit;
  private final Map<Class<?>, Predicate<Object>> results =
      Map.of(
          CreditLine.class, line -> contains(((CreditLine) line).holder()),
          Limits.Request.class, request -> contains(((Limits.Request) request).holder()),
          Terminal.class, terminal -> contains(((Terminal) terminal).agencyCode()));

  UnitScope(Credit credit, String unit) {
    this.credit = credit;
    this.unit = unit;
  }

  /**
   * Restricts the services of a command.
   *
   * @throws CommandException if the command is not for people of one unit
   */
  void restrict(ShellCommand command) throws Exception {
    if (!command.getClass().isAnnotationPresent(ForUnit.class)) {
      throw ShellCommand.failure("this is not for whoever administers one agency");
    }
    for (Class<?> type = command.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.isAnnotationPresent(Reference.class) && !FREE.contains(field.getType())) {
          field.setAccessible(true);
          field.set(command, restricted(field.getType(), field.get(command)));
        }
      }
    }
  }

  private boolean contains(Holder holder) {
    return contains(holder.agencyCode());
  }

  private boolean contains(String agencyCode) {
    String code = agencyCode;
    for (int i = 0; code != null && i < HIGHEST; i++) {
      if (code.equals(unit)) {
        return true;
      }
      code = credit.find(Holder.agency(code)).map(CreditLine::parentCode).orElse(null);
    }
    return false;
  }

  private Object restricted(Class<?> type, Object service) {
    if (service == null) {
      return null;
    }
    if (type != Credit.class
        && type != TerminalRegistry.class
        && type != Limits.class
        && type != Agencies.class) {
      throw new IllegalStateException("nobody has restricted " + type.getName() + " to a unit");
    }
    return Proxy.newProxyInstance(
        UnitScope.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> call(service, method, arguments));
  }

  private Object call(Object service, Method method, Object[] arguments) throws Throwable {
    boolean looksUp = method.getName().equals("find") || method.getName().equals("list");
    if (!looksUp && arguments != null) {
      for (Object argument : arguments) {
        if (argument instanceof Holder holder) {
          require(holder);
        }
      }
    }
    if (service instanceof TerminalRegistry terminals && method.getName().equals("setStatus")) {
      requireTerminal(terminals, (String) arguments[0]);
    }
    Object result;
    try {
      result = method.invoke(service, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    return filtered(result);
  }

  private void require(Holder holder) {
    if (!contains(holder)) {
      throw new IllegalArgumentException(
          (holder.isCollector() ? "no collector " : "no agency ") + holder);
    }
  }

  private void requireTerminal(TerminalRegistry terminals, String code) {
    if (terminals.find(code).filter(t -> contains(t.agencyCode())).isEmpty()) {
      throw new IllegalArgumentException("no terminal " + code);
    }
  }

  private Object filtered(Object result) {
    if (result instanceof List<?> list) {
      return list.stream().filter(this::isInside).toList();
    }
    if (result instanceof Optional<?> one) {
      return one.filter(this::isInside);
    }
    return result;
  }

  /** What has no holder was asked for by one that was looked at before. */
  private boolean isInside(Object row) {
    Predicate<Object> rule = results.get(row.getClass());
    return rule == null || rule.test(row);
  }
}
