namespace Amazon.Glue.Model;

/// <summary>The shape ViewRepresentationInput of AWS Glue.</summary>
public partial class ViewRepresentationInput
{
    /// <summary>The dialect.</summary>
    public ViewDialect Dialect { get; set; }

    /// <summary>The dialect version. 1 to 255 characters.</summary>
    public string DialectVersion { get; set; }

    /// <summary>The view original text. At most 409600 characters.</summary>
    public string ViewOriginalText { get; set; }

    /// <summary>The validation connection. 1 to 255 characters.</summary>
    public string ValidationConnection { get; set; }

    /// <summary>The view expanded text. At most 409600 characters.</summary>
    public string ViewExpandedText { get; set; }
}
