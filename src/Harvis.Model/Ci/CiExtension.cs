namespace Harvis.Model.Ci;

/// <summary>
/// Something that one CI system knows and the neutral plan has no word for: an action, a component, a raw part of a document. Each system's
/// document takes those of its own kind; the others leave them out.
/// </summary>
public abstract record CiExtension;
