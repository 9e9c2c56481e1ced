using LakeTools.Rules.Text;

namespace LakeTools.Rules.Errors;

/// <summary>
/// The one exception that Core throws for what a user can understand: a stable id, a category, and the object at fault. <c>Fault</c> makes
/// it of errors.txt, and nothing else does.
/// </summary>
public sealed class LakeException : Exception
{
    private string _parts = "";

    /// <summary>Makes an error.</summary>
    /// <param name="id">The id.</param>
    /// <param name="category">The kind of failure.</param>
    /// <param name="target">The object at fault, or null.</param>
    /// <param name="message">The text.</param>
    /// <param name="inner">The cause, or null.</param>
    internal LakeException(string id, LakeErrorCategory category, object? target, string message, Exception? inner)
        : base(PlainLine.Of(message), inner) // it may quote what others wrote
    {
        Id = id;
        Category = category;
        Target = target;
    }

    /// <summary>The id in errors.txt, such as <c>TableNotFound</c>.</summary>
    public string Id { get; }

    /// <summary>The kind of failure.</summary>
    public LakeErrorCategory Category { get; }

    /// <summary>The object at fault, or null.</summary>
    public object? Target { get; }

    /// <inheritdoc/>
    public override string Message => _parts.Length == 0 ? base.Message : $"{base.Message} {_parts}";

    /// <summary>True if no further item of the pipeline could succeed either, such as without credentials.</summary>
    public bool EndsPipeline { get; internal init; }

    /// <summary>Adds the parts of an error that has several; the message has all of them.</summary>
    /// <param name="lead">The sentence that introduces them and says what to do, such as <c>Correct each of these:</c></param>
    /// <param name="parts">The parts, each one line; none leaves the error as it is. Never a secret's value.</param>
    /// <returns>This error.</returns>
    public LakeException WithParts(string lead, IReadOnlyCollection<string> parts)
    {
        _parts = parts.Count == 0 ? "" : PlainLine.Of(string.Join(Environment.NewLine + "    ", parts.Prepend(lead)));
        return this;
    }

    /// <summary>What is wrong without the parts, and the parts below the sentence that introduces them.</summary>
    /// <returns>Null for an error without parts.</returns>
    public (string Headline, string Parts)? Split() => _parts.Length == 0 ? null : (base.Message, _parts);

    /// <summary>One error for several: with the id and the category of the first, and the texts of all.</summary>
    /// <param name="target">The object at fault, or null.</param>
    /// <param name="errors">At least one error.</param>
    /// <returns>The error.</returns>
    public static LakeException Join(object? target, IReadOnlyList<LakeException> errors) =>
        new(errors[0].Id, errors[0].Category, target, string.Join(' ', errors.Select(error => error.Message)), null);

    /// <summary>The same error, of another object and with another cause.</summary>
    /// <param name="target">The object at fault, or null.</param>
    /// <param name="inner">The cause, or null.</param>
    /// <returns>The error.</returns>
    internal LakeException Of(object? target, Exception? inner) =>
        new(Id, Category, target, base.Message, inner) { EndsPipeline = EndsPipeline, _parts = _parts };

    /// <summary>The same error where it ends the pipeline, which others with its id do not.</summary>
    /// <returns>The error.</returns>
    internal LakeException EndingPipeline() =>
        new(Id, Category, Target, base.Message, InnerException) { EndsPipeline = true, _parts = _parts };
}
