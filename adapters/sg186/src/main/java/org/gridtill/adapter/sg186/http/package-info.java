/**
 * How a SOAP message travels: a CXF conduit on the JDK's HTTP client that knows, for every call
 * that fails, whether any of it can have reached the other side.
 */
package org.gridtill.adapter.sg186.http;
