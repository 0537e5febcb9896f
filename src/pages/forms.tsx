import type { JSX } from 'preact';

interface PostButtonProps {
  readonly action: string;
  readonly token: string;
  readonly label: string;
  /** What a screen reader says where the label alone does not tell which; holds the label. */
  readonly full?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly kind?: 'primary' | 'danger';
}

/** A button that changes something, as a small form of its own: it works without script. */
export function PostButton(props: PostButtonProps): JSX.Element {
  const { action, token, label, full, fields = {}, kind } = props;
  return (
    <form class="inline" method="post" action={action}>
      <Token token={token} />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={kind} aria-label={full}>
        {label}
      </button>
    </form>
  );
}

/** What shows that a form was made by us for this browser. */
export function Token({ token }: { readonly token: string }): JSX.Element {
  return <input type="hidden" name="token" value={token} />;
}
