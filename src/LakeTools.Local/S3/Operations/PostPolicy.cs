using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>The policy of a form: when it ends, and what its fields may be (S3 API reference, 'POST policy').</summary>
internal sealed class PostPolicy
{
    private const string OneProperty = "Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.";

    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Fields that need no condition.
    private static readonly string[] s_free =
        ["policy", "x-amz-signature", "signature", "AWSAccessKeyId", "file", "x-amz-security-token"];

    private readonly List<Condition> _conditions = [];

    private PostPolicy(DateTimeOffset end) => End = end;

    /// <summary>When it ends.</summary>
    public DateTimeOffset End { get; }

    /// <summary>The bytes that the file may have, from and to; null if it says nothing of them.</summary>
    public (long Least, long Most)? Size { get; private set; }

    /// <summary>Reads it.</summary>
    /// <param name="base64">The field as sent.</param>
    public static PostPolicy Read(string base64)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(base64)));
            var root = document.RootElement;
            var end = root.GetProperty("expiration").GetString();
            var policy = new PostPolicy(DateTimeOffset.Parse(end!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
            foreach (var condition in root.GetProperty("conditions").EnumerateArray()) policy.Add(condition);
            return policy;
        }
        catch (FormatException exception) when (exception.Message == OneProperty)
        {
            throw new ApiException("InvalidPolicyDocument", "Invalid Policy: " + OneProperty);
        }
        catch (Exception exception) when (exception is FormatException or JsonException or KeyNotFoundException or InvalidOperationException
            or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new ApiException("InvalidPolicyDocument", "Invalid Policy: Invalid JSON.");
        }
    }

    /// <summary>Throws where the fields are not what the policy says, or it has ended.</summary>
    /// <param name="fields">The fields, and the bucket.</param>
    /// <param name="now">The time.</param>
    public void Check(IReadOnlyDictionary<string, string> fields, DateTimeOffset now)
    {
        if (End <= now) throw Denied("Policy expired.");
        if (_conditions.Find(condition => !condition.Holds(fields)) is { } failed) throw Denied("Policy Condition failed: " + failed.Text);

        string[] extra =
        [
            .. fields.Keys.Where(name => name != "bucket"
                && !_conditions.Exists(condition => name.Equals(condition.Field, StringComparison.OrdinalIgnoreCase))
                && !s_free.Contains(name, StringComparer.OrdinalIgnoreCase)
                && !name.StartsWith("x-ignore-", StringComparison.OrdinalIgnoreCase)),
        ];
        if (extra.Length > 0) throw Denied("Extra input fields: " + string.Join(", ", extra));
    }

    private void Add(JsonElement condition)
    {
        if (condition.ValueKind == JsonValueKind.Object)
        {
            var members = condition.EnumerateObject().ToList();
            if (members.Count != 1) throw new FormatException(OneProperty);
            Add(["eq", "$" + members[0].Name, members[0].Value.ToString()]);
            return;
        }

        Add([.. condition.EnumerateArray().Select(part => part.ToString())]);
    }

    /// <summary>Adds a condition: an operator and two values. A condition in none of the forms never holds (recorded).</summary>
    private void Add(string[] parts)
    {
        if (parts.Length != 3) throw new FormatException("A condition has an operator and two values.");
        var text = $"[{string.Join(", ", parts.Select(part => JsonSerializer.Serialize(part, s_plain)))}]";
        var (name, least, most) = (parts[0].ToLowerInvariant(), parts[1], parts[2]);
        switch (name)
        {
            case "content-length-range":
                if (long.TryParse(least, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
                    && long.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var to))
                    Size = (from, to);
                else
                    _conditions.Add(new Condition(null, "", "", text));
                break;
            case "eq" or "starts-with":
                _conditions.Add(new Condition(least.StartsWith('$') ? least[1..] : null, name, most, text));
                break;
            default:
                throw new FormatException("No operator of policies.");
        }
    }

    private static ApiException Denied(string why) => new("AccessDenied", "Invalid according to Policy: " + why, 403);

    /// <summary>A condition of a field.</summary>
    /// <param name="Field">The field; null for a condition that never holds.</param>
    /// <param name="Operator"><c>eq</c> or <c>starts-with</c>.</param>
    /// <param name="Value">The value that the field is compared with.</param>
    /// <param name="Text">The condition as the error says it.</param>
    private sealed record Condition(string? Field, string Operator, string Value, string Text)
    {
        public bool Holds(IReadOnlyDictionary<string, string> fields)
        {
            if (Field is null) return false;
            var value = fields.GetValueOrDefault(Field) ?? "";
            return Operator == "starts-with" ? value.StartsWith(Value, StringComparison.Ordinal) : value == Value;
        }
    }
}
