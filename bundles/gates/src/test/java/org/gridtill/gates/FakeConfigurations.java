package org.gridtill.gates;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.SynchronousConfigurationListener;

/** Configurations of shares in memory, which tell a listener of their changes. */
final class FakeConfigurations {

  final Map<String, Dictionary<String, Object>> kept = new TreeMap<>();
  SynchronousConfigurationListener listener;

  ConfigurationAdmin admin() {
    return fake(
        ConfigurationAdmin.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "listConfigurations" ->
                  kept.isEmpty()
                      ? null
                      : kept.keySet().stream().map(this::of).toArray(Configuration[]::new);
              case "getFactoryConfiguration" -> of(arguments[0] + "~" + arguments[1]);
              default -> throw new AssertionError(method);
            });
  }

  /** Changes one, as File Install does for a file. */
  void put(String pid, Dictionary<String, Object> properties) {
    kept.put(pid, properties);
    tell(pid, ConfigurationEvent.CM_UPDATED);
  }

  @SuppressWarnings("unchecked")
  private Configuration of(String pid) {
    return fake(
        Configuration.class,
        (proxy, method, arguments) -> {
          switch (method.getName()) {
            case "getPid":
              return pid;
            case "getProperties":
              return kept.get(pid);
            case "update":
              put(pid, (Dictionary<String, Object>) arguments[0]);
              return null;
            case "delete":
              // Felix tells of it before it is gone from the lists.
              tell(pid, ConfigurationEvent.CM_DELETED);
              kept.remove(pid);
              return null;
            default:
              throw new AssertionError(method);
          }
        });
  }

  @SuppressWarnings("unchecked")
  private void tell(String pid, int type) {
    ServiceReference<ConfigurationAdmin> reference =
        fake(ServiceReference.class, (proxy, method, arguments) -> null);
    listener.configurationEvent(new ConfigurationEvent(reference, type, ShareFile.PID, pid));
  }

  private static <T> T fake(Class<T> type, InvocationHandler does) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, does));
  }
}
