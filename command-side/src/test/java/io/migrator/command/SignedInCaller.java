package io.migrator.command;

import io.migrator.api.Caller;
import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Who calls in tests of the command side alone: alice of the tenant that a header names, else of acme. */
public final class SignedInCaller implements HandlerMethodArgumentResolver {

    /** The header. */
    public static final String TENANT = "X-Tenant";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binder) {
        return new Caller(
                "alice", Optional.ofNullable(request.getHeader(TENANT)).orElse("acme"));
    }
}
