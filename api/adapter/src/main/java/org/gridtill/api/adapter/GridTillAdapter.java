package org.gridtill.api.adapter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Marks a Declarative Services component as an adapter and names it. The values become the service
 * properties {@code gridtill.adapter} and {@code gridtill.vendor}; the version is that of the
 * bundle.
 *
 * <pre>{@code
 * @Component
 * @GridTillAdapter(adapter = "pos", vendor = "GridTill")
 * public class PosAdapter implements TerminalAdapter { ... }
 * }</pre>
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GridTillAdapter {

  /** What the names of the properties begin with. */
  String PREFIX_ = "gridtill.";

  /** The name of the service property that holds the adapter's name. */
  String ADAPTER = "gridtill.adapter";

  /** The name of the service property that holds the vendor's name. */
  String VENDOR = "gridtill.vendor";

  /** The adapter's name, by which endpoints and operations refer to it: lower case, no spaces. */
  String adapter();

  /** Who ships the adapter. */
  String vendor();
}
