namespace LakeTools.Rules.Rows;

/// <summary>The forms of a row expression's constants.</summary>
public enum RowConstantKind
{
    /// <summary>Text in single quotes.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Truth,

    /// <summary><c>DATE '2026-01-31'</c>.</summary>
    Date,

    /// <summary><c>TIMESTAMP '2026-01-31 10:20:30'</c>.</summary>
    Timestamp,
}
