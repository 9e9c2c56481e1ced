using System.Globalization;

namespace LakeTools.Core.Errors;

/// <summary>
/// The one exception that Core throws for what a user can understand: a stable id, a category, and the thing at fault.
/// <code>throw new LakeException(nameof(Errors.TableNotFound), LakeErrorCategory.NotFound, table, Errors.TableNotFound, database,
/// name);</code>
/// </summary>
public sealed class LakeException : Exception
{
    private string _lead = "";

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

    /// <summary>What is wrong, in one line. The message has the parts as well.</summary>
    public string Headline => base.Message;

    /// <summary>The parts of an error that has several, such as the findings in a definition; each is one line.</summary>
    public IReadOnlyList<string> Parts { get; private set; } = [];

    /// <summary>The parts below the sentence that introduces them; empty where there are none.</summary>
    public string PartsText => Parts.Count == 0 ? "" : string.Join(Environment.NewLine + "    ", Parts.Prepend(_lead));

    /// <inheritdoc/>
    public override string Message => Parts.Count == 0 ? Headline : $"{Headline} {PartsText}";

    /// <summary>True where no further item of the pipeline could succeed either, such as without credentials.</summary>
    public bool EndsPipeline { get; init; }

    /// <summary>Adds the parts of an error that has several.</summary>
    /// <param name="lead">The sentence that introduces them and says what to do, such as <c>Correct each of these:</c></param>
    /// <param name="parts">The parts, each one line. Never a secret's value.</param>
    /// <returns>This error.</returns>
    public LakeException WithParts(string lead, IEnumerable<string> parts)
    {
        _lead = lead;
        Parts = [.. parts];
        return this;
    }
}
