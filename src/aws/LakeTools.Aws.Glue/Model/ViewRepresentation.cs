namespace Amazon.Glue.Model;

/// <summary>The shape ViewRepresentation of AWS Glue.</summary>
public partial class ViewRepresentation
{
    /// <summary>The dialect.</summary>
    public ViewDialect Dialect { get; set; }

    /// <summary>The dialect version. 1 to 255 characters.</summary>
    public string DialectVersion { get; set; }

    /// <summary>The view original text. At most 409600 characters.</summary>
    public string ViewOriginalText { get; set; }

    /// <summary>The view expanded text. At most 409600 characters.</summary>
    public string ViewExpandedText { get; set; }

    /// <summary>The validation connection. 1 to 255 characters.</summary>
    public string ValidationConnection { get; set; }

    /// <summary>The flag IsStale.</summary>
    public bool? IsStale { get; set; }
}
