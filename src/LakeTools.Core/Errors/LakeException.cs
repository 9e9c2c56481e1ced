using System.Globalization;

namespace LakeTools.Core.Errors;

/// <summary>
/// The one exception that Core throws for what a user can understand: a stable id, a category, and the thing at fault.
/// <code>throw new LakeException(nameof(Errors.TableNotFound), LakeErrorCategory.NotFound, table, Errors.TableNotFound, database,
/// name);</code>
/// </summary>
public sealed class LakeException : Exception
{
    private string _parts = "";

    /// <summary>Makes an error of an entry of Errors.resx.</summary>
    /// <param name="id">The entry's name: <c>nameof(Errors.X)</c>.</param>
    /// <param name="category">The kind of failure.</param>
    /// <param name="target">The object at fault, as the user gave it or as the pipeline brought it.</param>
    /// <param name="format">The entry's text, with composite format items.</param>
    /// <param name="arguments">What goes into the text. Never a secret's value.</param>
    public LakeException(string id, LakeErrorCategory category, object? target, string format, params object?[] arguments)
        : this(null, id, category, target, format, arguments)
    {
    }

    /// <summary>Makes an error of an entry of Errors.resx that another exception caused.</summary>
    /// <param name="inner">The cause.</param>
    /// <param name="id">The entry's name: <c>nameof(Errors.X)</c>.</param>
    /// <param name="category">The kind of failure.</param>
    /// <param name="target">The object at fault.</param>
    /// <param name="format">The entry's text, with composite format items.</param>
    /// <param name="arguments">What goes into the text. Never a secret's value.</param>
    public LakeException(Exception? inner, string id, LakeErrorCategory category, object? target, string format, params object?[] arguments)
        : base(arguments.Length == 0 ? format : string.Format(CultureInfo.InvariantCulture, format, arguments), inner)
    {
        Id = id;
        Category = category;
        Target = target;
    }

    /// <summary>The name of the entry in Errors.resx, such as <c>TableNotFound</c>.</summary>
    public string Id { get; }

    /// <summary>The kind of failure.</summary>
    public LakeErrorCategory Category { get; }

    /// <summary>The object at fault, or null.</summary>
    public object? Target { get; }

    /// <inheritdoc/>
    public override string Message => _parts.Length == 0 ? base.Message : $"{base.Message} {_parts}";

    /// <summary>True where no further item of the pipeline could succeed either, such as without credentials.</summary>
    public bool EndsPipeline { get; init; }

    /// <summary>Adds the parts of an error that has several; the message has all of them.</summary>
    /// <param name="lead">The sentence that introduces them and says what to do, such as <c>Correct each of these:</c></param>
    /// <param name="parts">The parts, each one line; none leaves the error as it is. Never a secret's value.</param>
    /// <returns>This error.</returns>
    public LakeException WithParts(string lead, IReadOnlyCollection<string> parts)
    {
        _parts = parts.Count == 0 ? "" : string.Join(Environment.NewLine + "    ", parts.Prepend(lead));
        return this;
    }

    /// <summary>What is wrong without the parts, and the parts below the sentence that introduces them.</summary>
    /// <returns>Null for an error without parts.</returns>
    public (string Headline, string Parts)? Split() => _parts.Length == 0 ? null : (base.Message, _parts);
}
