using System.Globalization;
using System.Text;
using System.Text.Json;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>The policy of a form: when it ends, and what its fields may be (S3 API reference, 'POST policy').</summary>
internal sealed class PostPolicy
{
    // What needs no condition.
    private static readonly string[] s_free =
        ["policy", "x-amz-signature", "signature", "AWSAccessKeyId", "file", "x-amz-security-token"];

    private readonly Dictionary<string, List<(string Operator, string Value, string Text)>> _conditions =
        new(StringComparer.OrdinalIgnoreCase);

    private PostPolicy(DateTimeOffset end) => End = end;

    /// <summary>When it ends.</summary>
    public DateTimeOffset End { get; }

    /// <summary>The bytes that the file may have, from and to; null where it says nothing of them.</summary>
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
        foreach (var (name, conditions) in _conditions)
        {
            var value = fields.GetValueOrDefault(name) ?? "";
            foreach (var (comparison, wanted, text) in conditions)
            {
                var holds = comparison == "starts-with" ? value.StartsWith(wanted, StringComparison.Ordinal) : value == wanted;
                if (!holds) throw Denied("Policy Condition failed: " + text);
            }
        }

        string[] extra =
        [
            .. fields.Keys.Where(name => name != "bucket"
                && !_conditions.ContainsKey(name)
                && !s_free.Contains(name, StringComparer.OrdinalIgnoreCase)
                && !name.StartsWith("x-ignore-", StringComparison.OrdinalIgnoreCase)),
        ];
        if (extra.Length > 0) throw Denied("Extra input fields: " + string.Join(", ", extra));
    }

    private void Add(JsonElement condition)
    {
        if (condition.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in condition.EnumerateObject())
                Add(member.Name, "eq", member.Value.ToString(), $"[\"eq\", \"${member.Name}\", \"{member.Value}\"]");
            return;
        }

        var name = condition[0].GetString()!;
        if (name == "content-length-range") Size = (long.Parse(condition[1].ToString(), CultureInfo.InvariantCulture),
            long.Parse(condition[2].ToString(), CultureInfo.InvariantCulture));
        else if (name.ToLowerInvariant() is "eq" or "starts-with")
            Add(condition[1].GetString()!.TrimStart('$'), name.ToLowerInvariant(), condition[2].ToString(), condition.GetRawText());
        else throw new FormatException("No operator of policies.");
    }

    private void Add(string field, string comparison, string value, string text)
    {
        if (!_conditions.TryGetValue(field, out var known)) _conditions[field] = known = [];
        known.Add((comparison, value, text));
    }

    private static ApiException Denied(string why) => new("AccessDenied", "Invalid according to Policy: " + why, 403);
}
