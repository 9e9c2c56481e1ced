using System.Globalization;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Settings;

/// <summary>
/// The lifecycle rules of a bucket: checked, returned, and reported for each object that one would delete. Nothing is deleted or moved by
/// them.
/// </summary>
internal static class LifecycleRules
{
    private const string Header = "x-amz-expiration";
    private const string Setting = "lifecycle";

    private const int MaxId = 255;

    // The actions of a rule.
    private static readonly string[] s_actions =
    [
        "Expiration", "Transition", "NoncurrentVersionExpiration", "NoncurrentVersionTransition", "AbortIncompleteMultipartUpload",
    ];

    // The days after which a transition may be, at the earliest: of other classes any (User Guide).
    private static readonly string[] s_afterMonth = ["STANDARD_IA", "ONEZONE_IA"];

    private static readonly string[] s_classes =
        ["GLACIER", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "DEEP_ARCHIVE", "GLACIER_IR"];

    private static readonly string[] s_filters = ["Prefix", "Tag", "ObjectSizeGreaterThan", "ObjectSizeLessThan", "And"];

    /// <summary>Throws for rules that S3 does not take; gives their record.</summary>
    public static string Check(XmlBody body)
    {
        var rules = body.Children("Rule").ToList();
        if (rules.Count is 0 or > 1000) throw S3Error.MalformedXml();
        foreach (var rule in rules) CheckRule(rule);
        var ids = rules.Select(rule => rule.Text("ID")).OfType<string>().ToList();
        return ids.Count != ids.Distinct(StringComparer.Ordinal).Count()
            ? throw S3Error.InvalidArgument("Rule ID must be unique. Found same ID for one or more rules", "ID", null)
            : string.Concat(rules.Select(rule => rule.ToRecordWithId("ID")));
    }

    /// <summary>Says when an object would be deleted, where a rule says so.</summary>
    /// <param name="call">The call.</param>
    /// <param name="item">The newest version of its key.</param>
    /// <param name="headers">Take it.</param>
    public static void Tell(S3Call call, StoredObject item, WireHeaders headers)
    {
        if (call.Store.Read(session => S3Settings.Find(session, call.Bucket, Setting)) is not { } record) return;
        foreach (var rule in XmlBody.OfRecord(record).Children("Rule"))
        {
            if (rule.Text("Status") != "Enabled" || !Matches(rule, item) || Expiry(rule, item) is not { } expiry) continue;
            headers[Header] = $"expiry-date=\"{WireTime.Http(expiry)}\", rule-id=\"{rule.Text("ID")}\"";
            return;
        }
    }

    private static void CheckRule(XmlBody rule)
    {
        if (rule.Text("Status") is not ("Enabled" or "Disabled")) throw S3Error.MalformedXml();
        if (rule.Text("ID") is { Length: > MaxId })
            throw S3Error.InvalidArgument($"ID length should not exceed allowed limit of {MaxId}", "ID", rule.Text("ID"));
        if (rule.Child("Filter") is { } filter)
        {
            if (rule.Child("Prefix") is not null || filter.All.Count() > 1 || filter.All.Any(part => !s_filters.Contains(part.Name)))
                throw S3Error.MalformedXml();
            var tags = filter.Child("And")?.Children("Tag").Select(tag => tag.RequiredText("Key")).ToList() ?? [];
            if (tags.Count != tags.Distinct(StringComparer.Ordinal).Count())
                throw S3Error.InvalidRequest("Duplicate Tag Keys are not allowed.");
        }
        else if (rule.Child("Prefix") is null)
        {
            throw S3Error.MalformedXml();
        }

        if (!rule.All.Any(part => s_actions.Contains(part.Name)))
            throw S3Error.InvalidRequest("At least one action needs to be specified in a rule");
        foreach (var action in rule.All.Where(part => s_actions.Contains(part.Name))) CheckAction(action);
    }

    private static void CheckAction(XmlBody action)
    {
        if (action.Name is "Expiration" && action.All.Count() != 1) throw S3Error.MalformedXml();
        if (!action.All.Any()) throw S3Error.MalformedXml();
        if (action.Text("Date") is { } date
            && (!TryDate(date, out var time) || time.UtcDateTime.TimeOfDay != TimeSpan.Zero))
            throw S3Error.InvalidArgument("'Date' must be at midnight GMT", "Date", date);
        var isTransition = action.Name.EndsWith("Transition", StringComparison.Ordinal);
        var storageClass = isTransition ? action.RequiredText("StorageClass") : null;
        if (storageClass is not null && !s_classes.Contains(storageClass)) throw S3Error.MalformedXml();
        if (Days(action) is not var (name, text)) return;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days)) throw S3Error.MalformedXml();
        if (action.Name == "Transition" && s_afterMonth.Contains(storageClass) && days < 30)
        {
            throw S3Error.InvalidArgument(
                $"'{name}' in Transition action must be greater than or equal to 30 for storageClass '{storageClass}'", name, text);
        }

        if (days < (isTransition ? 0 : 1))
        {
            throw S3Error.InvalidArgument(
                $"'{name}' for {action.Name} action must be a {(isTransition ? "non-negative" : "positive")} integer", name, text);
        }
    }

    /// <summary>The member of an action that says days, and what it says.</summary>
    private static (string Name, string Text)? Days(XmlBody action)
    {
        foreach (var name in (string[])["Days", "NoncurrentDays", "DaysAfterInitiation"])
            if (action.Text(name) is { } text) return (name, text);
        return null;
    }

    private static DateTimeOffset? Expiry(XmlBody rule, StoredObject item)
    {
        if (rule.Child("Expiration") is not { } expiration) return null;
        if (expiration.Text("Date") is { } date) return TryDate(date, out var time) ? time : null;

        // The midnight that follows the day on which the days have passed (User Guide, lifecycle rules based on an object's age).
        return int.TryParse(expiration.Text("Days"), NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            ? new DateTimeOffset(item.Modified.UtcDateTime.Date, TimeSpan.Zero).AddDays(days + 1)
            : null;
    }

    private static bool Matches(XmlBody rule, StoredObject item)
    {
        var filter = rule.Child("Filter");
        var conditions = filter is null ? rule : filter.Child("And") ?? filter;
        return item.Key.StartsWith(conditions.Text("Prefix") ?? "", StringComparison.Ordinal)
            && (Number(conditions, "ObjectSizeGreaterThan") is not { } least || item.Size > least)
            && (Number(conditions, "ObjectSizeLessThan") is not { } most || item.Size < most)
            && conditions.Children("Tag").All(tag =>
                item.Headers.Tags.TryGetValue(tag.RequiredText("Key"), out var value) && value == tag.RequiredText("Value"));
    }

    private static long? Number(XmlBody element, string name) =>
        long.TryParse(element.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool TryDate(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
}
