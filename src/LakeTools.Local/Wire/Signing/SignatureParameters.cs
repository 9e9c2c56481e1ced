using System.Globalization;

namespace LakeTools.Local.Wire.Signing;

/// <summary>The signature parameters of a request, from the Authorization header or the query of a presigned URL.</summary>
internal sealed record SignatureParameters
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    private const string NotSigned = "Missing Authentication Token";

    private const int MaxLifetime = 604800; // a week, in seconds

    // A form's policy has an end of its own, which who takes the form looks at.
    private static readonly TimeSpan s_form = TimeSpan.FromDays(36500);

    // The parameters of a presigned URL, and of a form; the second name is that of the error.
    private static readonly string[] s_query =
        ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-Date", "X-Amz-SignedHeaders", "X-Amz-Expires"];

    private static readonly string[] s_version2 = ["Signature", "Expires", "AWSAccessKeyId"];

    private static readonly string[] s_formVersion2 = ["Signature", "AWSAccessKeyId"];

    private static readonly string[] s_formVersion4 = ["X-Amz-Signature", "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date"];

    private const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";

    public required CredentialScope Scope { get; init; }

    public required IReadOnlyList<string> SignedHeaders { get; init; }

    public required string Signature { get; init; }

    /// <summary>When it was signed, as sent.</summary>
    public required string Timestamp { get; init; }

    public string? SessionToken { get; init; }

    /// <summary>The lifetime of a presigned URL; null for a signed header.</summary>
    public TimeSpan? Lifetime { get; init; }

    public bool IsPresigned => Lifetime is not null;

    /// <summary>True for a URL that is signed by version 2, which S3 alone takes: its scope has no date and no region.</summary>
    public bool IsVersion2 { get; private init; }

    /// <summary>The policy of a form, which is what is signed of it; null for any other request.</summary>
    public string? Policy { get; private init; }

    public DateTimeOffset SignedAt { get; private init; }

    /// <summary>True for a request without any signature, which one operation of STS takes.</summary>
    public bool IsUnsigned { get; private init; }

    /// <summary>A request that should have been signed.</summary>
    public static AuthException Missing() => new(AuthFailure.Missing, NotSigned);

    /// <summary>Reads them.</summary>
    /// <exception cref="AuthException">The request is not signed, or the signature cannot be read.</exception>
    public static SignatureParameters Read(WireRequest request)
    {
        var parameters = request.Form is { } form ? ReadForm(form)
            : request.Header("Authorization") is { } header ? ReadHeader(request, header)
            : Array.Exists(s_query, name => request.QueryParameter(name) is not null) ? ReadQuery(request)
            : Array.Exists(s_version2, name => request.QueryParameter(name) is not null) ? ReadVersion2(request)
            : IsFormForSts(request) ? Unsigned()
            : throw (request is { Method: "POST", Query: "", Path: not "/" }
                ? new AuthException(AuthFailure.NoForm, NotSigned)
                : Missing());
        if (parameters.IsVersion2 || parameters.IsUnsigned) return parameters;
        if (!DateTimeOffset.TryParseExact(parameters.Timestamp, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out var signedAt))
            throw Incomplete("Date must be in ISO-8601 'basic format'. Got '" + parameters.Timestamp + "'.");
        if (!parameters.Timestamp.StartsWith(parameters.Scope.Date, StringComparison.Ordinal))
            throw new AuthException(AuthFailure.BadSignature,
                "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP.");
        return parameters with { SignedAt = signedAt };
    }

    private static bool IsFormForSts(WireRequest request) => request is { Method: "POST", Path: "/" }
        && request.Header("X-Amz-Target") is null
        && request.Header("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    private static SignatureParameters Unsigned() => new()
    {
        Scope = new CredentialScope("", "", "", "sts"),
        SignedHeaders = [],
        Signature = "",
        Timestamp = "",
        IsUnsigned = true,
    };

    private static SignatureParameters ReadHeader(WireRequest request, string header)
    {
        if (!header.StartsWith(Algorithm + " ", StringComparison.Ordinal))
            throw Incomplete("Authorization header requires the algorithm " + Algorithm + ".");
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in header[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at > 0) parts[part[..at]] = part[(at + 1)..];
        }

        string[] missing = [.. from name in (string[])["Credential", "Signature", "SignedHeaders"]
                               where !parts.ContainsKey(name)
                               select $"Authorization header requires '{name}' parameter."];
        if (missing.Length > 0) throw Incomplete(string.Join(" ", missing));
        return new SignatureParameters
        {
            Scope = CredentialScope.TryParse(parts["Credential"])
                ?? throw Incomplete("Credential must have exactly 5 slash-delimited elements."),
            SignedHeaders = parts["SignedHeaders"].Split(';'),
            Signature = parts["Signature"],
            Timestamp = request.Header("X-Amz-Date") ?? HttpDate(request),
            SessionToken = request.Header("X-Amz-Security-Token"),
        };
    }

    private static SignatureParameters ReadQuery(WireRequest request)
    {
        if (!Array.TrueForAll(s_query, name => request.QueryParameter(name) is { Length: > 0 }))
        {
            throw OfQuery("Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, "
                + "X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.");
        }

        if (Value("X-Amz-Algorithm") != Algorithm) throw OfQuery("X-Amz-Algorithm only supports \"" + Algorithm + "\"");
        if (!long.TryParse(Value("X-Amz-Expires"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            throw OfQuery("X-Amz-Expires should be a number");
        if (seconds < 0) throw OfQuery("X-Amz-Expires must be non-negative");
        if (seconds > MaxLifetime)
        {
            throw OfQuery("X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than "
                + MaxLifetime.ToString(CultureInfo.InvariantCulture) + " seconds");
        }

        return new SignatureParameters
        {
            Scope = CredentialScope.TryParse(Value("X-Amz-Credential")) ?? throw OfQuery(
                "Error parsing the X-Amz-Credential parameter; the Credential is mal-formed; "
                    + "expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\"."),
            SignedHeaders = Value("X-Amz-SignedHeaders").Split(';'),
            Signature = Value("X-Amz-Signature"),
            Timestamp = Value("X-Amz-Date"),
            SessionToken = request.QueryParameter("X-Amz-Security-Token"),
            Lifetime = TimeSpan.FromSeconds(seconds),
        };

        string Value(string name) => request.QueryParameter(name)!;

        static AuthException OfQuery(string message) => new(AuthFailure.IncompleteQuery, message);
    }

    /// <summary>A form is signed by its policy, which says itself when it ends.</summary>
    private static SignatureParameters ReadForm(FormUpload form)
    {
        if (form.Fields.GetValueOrDefault("policy") is not { Length: > 0 } policy) throw Missing();
        var isVersion2 = Array.Exists(s_formVersion2, form.Fields.ContainsKey);
        if (!isVersion2 && !Array.Exists(s_formVersion4, form.Fields.ContainsKey)) throw Missing();
        foreach (var name in isVersion2 ? s_formVersion2 : s_formVersion4)
        {
            if (form.Fields.GetValueOrDefault(name) is { Length: > 0 }) continue;
            throw new AuthException(AuthFailure.IncompleteForm,
                $"Bucket POST must contain a field named '{name}'.  If it is specified, please check the order of the fields.")
            {
                Details = [("ArgumentName", name), ("ArgumentValue", "")],
            };
        }

        if (!isVersion2 && form.Fields["x-amz-algorithm"] != Algorithm)
            throw Incomplete("X-Amz-Algorithm only supports " + Algorithm + ".");
        return new SignatureParameters
        {
            Scope = isVersion2
                ? new CredentialScope(form.Fields["AWSAccessKeyId"], "", "", "s3")
                : CredentialScope.TryParse(form.Fields["x-amz-credential"])
                    ?? throw Incomplete("Credential must have exactly 5 slash-delimited elements."),
            SignedHeaders = [],
            Signature = form.Fields[isVersion2 ? "signature" : "x-amz-signature"],
            Timestamp = isVersion2 ? "" : form.Fields["x-amz-date"],
            SessionToken = form.Fields.GetValueOrDefault("x-amz-security-token"),
            Lifetime = s_form,
            IsVersion2 = isVersion2,
            SignedAt = DateTimeOffset.UnixEpoch,
            Policy = policy,
        };
    }

    private static SignatureParameters ReadVersion2(WireRequest request)
    {
        var (key, signature, expires) = (
            request.QueryParameter("AWSAccessKeyId"), request.QueryParameter("Signature"), request.QueryParameter("Expires"));
        if (key is null || signature is null || !long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            throw new AuthException(AuthFailure.IncompleteVersion2,
                "Query-string authentication requires the Signature, Expires and AWSAccessKeyId parameters");
        }

        return new SignatureParameters
        {
            Scope = new CredentialScope(key, "", "", "s3"),
            SignedHeaders = [],
            Signature = signature,
            Timestamp = expires!,
            SessionToken = request.QueryParameter("x-amz-security-token") ?? request.Header("X-Amz-Security-Token"),
            SignedAt = DateTimeOffset.UnixEpoch,
            Lifetime = TimeSpan.FromSeconds(seconds),
            IsVersion2 = true,
        };
    }

    private static string HttpDate(WireRequest request)
    {
        var date = request.Header("Date")
            ?? throw Incomplete("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        return DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed)
            ? parsed.ToUniversalTime().ToString(DateFormat, CultureInfo.InvariantCulture)
            : date;
    }

    private static AuthException Incomplete(string message) => new(AuthFailure.Incomplete, message);
}
