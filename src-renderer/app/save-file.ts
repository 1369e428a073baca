/** Gives a file to the person at this PC: saved where the browser or Electron saves downloads. */
export function saveFile(fileName: string, content: BlobPart, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has its own hold on the content by the next turn of the loop.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
