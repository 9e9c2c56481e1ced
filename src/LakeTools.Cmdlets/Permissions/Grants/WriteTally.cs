using System.Text;
using LakeTools.Core.Permissions.Grants;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>Counts what was granted or revoked, to say where it stood when the pipeline stopped.</summary>
internal sealed class WriteTally
{
    private const int Named = 20;

    private int _done;
    private int _failed;

    /// <summary>Counts an outcome that was shown.</summary>
    public void Count(PermissionOutcome outcome)
    {
        if (outcome.Error is null) _done++;
        else _failed++;
    }

    /// <summary>The numbers of completed and failed writes.</summary>
    /// <param name="isRevoke">True for Revoke.</param>
    /// <returns>Such as <c>2000 granted, 3 failed</c>.</returns>
    public string Standing(bool isRevoke) => $"{_done} {(isRevoke ? "revoked" : "granted")}{(_failed > 0 ? $", {_failed} failed" : "")}";

    /// <summary>The text about completed and unfinished writes.</summary>
    /// <param name="unseen">Outcomes that came too late to be shown.</param>
    /// <param name="left">The writes that had no outcome.</param>
    /// <param name="isRevoke">True for Revoke.</param>
    /// <returns>Text; null if nothing was begun.</returns>
    public string? Unfinished(IReadOnlyList<PermissionOutcome> unseen, IReadOnlyList<UnfinishedWrites> left, bool isRevoke)
    {
        foreach (var outcome in unseen) Count(outcome);
        var unanswered = left.SelectMany(writes => writes.Unanswered).ToList();
        var unsent = left.SelectMany(writes => writes.Unsent).ToList();
        if (_done + _failed + unanswered.Count + unsent.Count == 0) return null;
        var word = isRevoke ? "revoked" : "granted";
        var text = new StringBuilder($"Stopped before the end: {_done} {word}, {_failed} failed, {unanswered.Count} without a response, "
            + $"{unsent.Count} read from the pipeline and not sent.");
        Append(text, $"Failed, not shown before:", unseen.Where(outcome => outcome.Error is not null)
            .Select(outcome => $"{outcome.Permission} ({outcome.Error!.Id})"));
        Append(text, $"Without a response, so possibly {word}:", unanswered.Select(permission => permission.ToString()));
        Append(text, $"Not {word}:", unsent.Select(permission => permission.ToString()));
        return text.Append(" To run the same again does no harm.").ToString();
    }

    private static void Append(StringBuilder text, string title, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count == 0) return;
        text.Append(' ').Append(title).Append(' ').AppendJoin("; ", all.Take(Named));
        if (all.Count > Named) text.Append($"; and {all.Count - Named} more");
        text.Append('.');
    }
}
