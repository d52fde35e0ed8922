// Links that name the page which they are pressed on, such as a prepared e-mail. Their template holds {title} and {page}.

/** Write title and URL of the page, as they are now, into a link with a template. */
export function namePage(link) {
  const { pageLink } = link.dataset;
  link.href = pageLink.replaceAll("{title}", encodeURIComponent(document.title)).replaceAll("{page}", encodeURIComponent(location.href));
}
